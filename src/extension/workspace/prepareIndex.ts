import * as vscode from 'vscode';
import { defaultSettings } from '../../core/settings/defaultSettings';
import type { SyntaxParser } from '../../core/syntax/syntaxTree';
import { createIgnoreRules } from '../../engine/ignoreRules';
import { createWorkspaceIndex } from '../../engine/createWorkspaceIndex';
import { indexSettingsOf } from '../../engine/indexSettings';
import { loadSettings } from '../../engine/loadSettings';
import type { ExtensionPorts } from '../ports';
import { createEditorFiles } from './editorFiles';
import { editorExcludePatterns } from './editorExcludes';
import type { PreparedIndex } from './folderIndex';

/** Makes the indexes of workspace folders. The parser is made with the first one and shared by all. */
export function prepareIndex(
  extensionUri: vscode.Uri,
  ports: ExtensionPorts,
): (folder: vscode.Uri) => Promise<PreparedIndex> {
  let parser: SyntaxParser | undefined;
  const grammars = vscode.Uri.joinPath(extensionUri, 'dist', 'grammars');
  const readGrammar = async (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(grammars, `${name}.wasm`));
  return async (folder) => {
    const { value } = await loadSettings(createEditorFiles(folder, () => false));
    const settings = indexSettingsOf(value ?? defaultSettings);
    parser ??= ports.createParser(readGrammar);
    const shared = { parser, giveWay: ports.createGiveWay() };
    const rules = createIgnoreRules({ exclude: editorExcludePatterns(folder) });
    return {
      excludes: (path) =>
        path.endsWith('/') ? rules.ignoresFolder(path.slice(0, -1)) : rules.ignoresFile(path),
      create: (files) => createWorkspaceIndex({ ...shared, files, settings }),
    };
  };
}

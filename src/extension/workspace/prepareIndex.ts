import * as vscode from 'vscode';
import { defaultSettings } from '../../core/settings/defaultSettings';
import { parseSettings } from '../../core/settings/parseSettings';
import type { Settings } from '../../core/settings/settingsSchema';
import type { SyntaxParser } from '../../core/syntax/syntaxTree';
import { createIgnoreRules } from '../../engine/ignoreRules';
import { createWorkspaceIndex } from '../../engine/createWorkspaceIndex';
import type { ExtensionPorts } from '../ports';
import { editorExcludePatterns } from './editorExcludes';
import type { PreparedIndex } from './folderIndex';
import { settingsFileName } from './filesThatMatter';
import { uriBelow } from './folderPaths';
import { readText } from './readText';

/** The project's own settings; the defaults where there are none, or where they cannot be read: their messages say why. */
async function readSettings(folder: vscode.Uri): Promise<Settings> {
  const text = await readText(uriBelow(folder, settingsFileName));
  return (text === null ? null : parseSettings(text).value) ?? defaultSettings;
}

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
    const settings = await readSettings(folder);
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

import type * as vscode from 'vscode';
import { defaultSettings } from '../../core/settings/defaultSettings';
import { createWorkspaceIndex } from '../../engine/createWorkspaceIndex';
import type { FactsReader } from '../../engine/factsReader';
import { createIgnoreRules } from '../../engine/ignoreRules';
import { indexSettingsOf } from '../../engine/indexSettings';
import { loadSettings } from '../../engine/loadSettings';
import type { ExtensionPorts } from '../ports';
import { createEditorFiles } from './editorFiles';
import { editorExcludePatterns } from './editorExcludes';
import type { PreparedIndex } from './folderIndex';

interface PrepareOptions extends Pick<ExtensionPorts, 'createGiveWay'> {
  readonly factsReader: FactsReader;
}

/** Makes the indexes of workspace folders. They share the one who parses. */
export function prepareIndex({
  factsReader,
  createGiveWay,
}: PrepareOptions): (folder: vscode.Uri) => Promise<PreparedIndex> {
  return async (folder) => {
    const { value } = await loadSettings(createEditorFiles(folder, () => false));
    const settings = indexSettingsOf(value ?? defaultSettings);
    const rules = createIgnoreRules({ exclude: editorExcludePatterns(folder) });
    return {
      excludes: (path) =>
        path.endsWith('/') ? rules.ignoresFolder(path.slice(0, -1)) : rules.ignoresFile(path),
      create: (files) =>
        createWorkspaceIndex({ factsReader, giveWay: createGiveWay(), files, settings }),
    };
  };
}

import type * as vscode from 'vscode';
import type { FactsReader } from '../../engine/factsReader';
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
    const needed = await import('../onFirstUse');
    const { createIgnoreRules, createWorkspaceIndex, FolderPlans } = needed;
    const { value } = await needed.loadSettings(createEditorFiles(folder, () => false));
    const settings = needed.indexSettingsOf(value ?? needed.defaultSettings);
    const rules = createIgnoreRules({ exclude: editorExcludePatterns(folder) });
    return {
      plans: new FolderPlans(),
      excludes: (path) =>
        path.endsWith('/') ? rules.ignoresFolder(path.slice(0, -1)) : rules.ignoresFile(path),
      create: (files) =>
        createWorkspaceIndex({ factsReader, giveWay: createGiveWay(), files, settings }),
    };
  };
}

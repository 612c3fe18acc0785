import * as vscode from 'vscode';
import { describeRollout } from '../../core/flags/describe/describeRollout';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionHistory, LastChange } from '../../engine/history/definitionHistory';
import { uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';
import type { FoundFlag } from './flagPlace';

/** What is said of a definition when the pointer rests on it, with who last changed it where git may be asked. */
export interface DefinitionNotes {
  of(found: FoundFlag, definition: FlagDefinition): Promise<string>;
}

function inWords(change: LastChange): string {
  if (change.kind === 'unknown') {
    return vscode.l10n.t('Who last changed it cannot be known: {0}', change.reason);
  }
  const day = new Date(change.authorTime * 1000).toLocaleDateString(vscode.env.language);
  return vscode.l10n.t('Last changed on {0} by {1}: {2}', day, change.author, change.summary);
}

/** `history` is null where there is no git: in the web. */
export function createDefinitionNotes(history: DefinitionHistory | null): DefinitionNotes {
  async function lastChange(found: FoundFlag, { file, span }: FlagDefinition) {
    const root = found.folder.folder.uri;
    // git may not be asked here, and nobody asked for it.
    if (!history || root.scheme !== 'file' || !vscode.workspace.isTrusted) return [];
    const text = await readText(uriBelow(root, file));
    if (text === null) return [];
    const request = { root: root.fsPath, trusted: vscode.workspace.isTrusted, file, text, span };
    return [inWords(await history.lastChange(request))];
  }

  return {
    async of(found, definition) {
      const lines = [
        describeRollout(definition).full,
        ...(definition.description ? [definition.description] : []),
        ...(await lastChange(found, definition)),
      ];
      return lines.join('\n');
    },
  };
}

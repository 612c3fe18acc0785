import * as vscode from 'vscode';
import { flagMarkdown } from '../../core/flags/describe/flagMarkdown';
import { flagPlaceAt } from '../places/flagPlaces';
import { keySelector } from '../places/keySelector';
import { toRange } from '../spans';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { addressOf } from './addressOf';

/** What is known of the flag whose key is under the pointer, from memory. */
export function registerFlagHover(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...keySelector], {
    provideHover(document, position) {
      const found = flagPlaceAt(indexes, document, position);
      if (!found) return undefined;
      const { folder, place } = found;
      const read = place.kind === 'read' || place.kind === 'argument' ? place.read : null;
      const text = flagMarkdown({
        flag: place.flag,
        read,
        verdict: verdicts.of(folder, place.flag),
        addressOf: (target) => addressOf(folder, target),
      });
      return new vscode.Hover(new vscode.MarkdownString(text), toRange(place.span));
    },
  });
}

import * as vscode from 'vscode';
import { flagMarkdown } from '../../core/flags/describe/flagMarkdown';
import type { FilePlace } from '../../core/model/flagRead';
import { flagPlaceAt } from '../places/flagPlaces';
import { keySelector } from '../places/keySelector';
import { toRange } from '../spans';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { uriBelow } from '../workspace/folderPaths';

/** Schemes whose links a hover may hold; others it would show as text. */
const linkedSchemes: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

function addressOf(folder: FolderIndex, { file, span }: FilePlace): string | null {
  const uri = uriBelow(folder.folder.uri, file);
  if (!linkedSchemes.has(uri.scheme)) return null;
  const { line, column } = span.start;
  const address = uri.with({ fragment: `L${line + 1},${column + 1}` }).toString();
  return address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/** What is known of the flag whose key is under the pointer, from memory. */
export function registerFlagHover(indexes: FolderIndexes): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...keySelector], {
    provideHover(document, position) {
      const found = flagPlaceAt(indexes, document, position);
      if (!found) return undefined;
      const { folder, place } = found;
      const read = place.kind === 'read' || place.kind === 'argument' ? place.read : null;
      const text = flagMarkdown({
        flag: place.flag,
        read,
        addressOf: (target) => addressOf(folder, target),
      });
      return new vscode.Hover(new vscode.MarkdownString(text), toRange(place.span));
    },
  });
}

import * as vscode from 'vscode';
import { offeredKeys } from '../../core/flags/completion/offeredKeys';
import type { OfferedKey } from '../../core/flags/completion/offeredKeys';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import { flagMarkdown } from '../../core/flags/describe/flagMarkdown';
import type { writeKey } from '../../core/flags/rename/writeKey';
import { readAtCaret } from '../../engine/readAtCaret';
import type { ReadAtCaret } from '../../engine/readAtCaret';
import { addressOf } from '../hover/addressOf';
import { sourceSelector } from '../languages';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow } from '../workspace/folderPaths';

interface Caret {
  readonly writeKey: typeof writeKey;
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly file: string;
  readonly folder: FolderIndex;
}

/** Longest words beside a key: more would leave no room for the key. */
const longestWords = 28;

/** Who gets it, in words that fit beside the key. */
function shortWords({ flag }: OfferedKey): string {
  const words = knownInWords({ flag, read: null });
  const text = words.find(({ length }) => length <= longestWords) ?? words.at(-1) ?? '';
  return text.length <= longestWords ? text : `${text.slice(0, longestWords - 1)}…`;
}

function itemOf(
  offered: OfferedKey,
  order: number,
  { start, end }: ReadAtCaret,
  { document, position, file, folder, writeKey: write }: Caret,
): vscode.CompletionItem | null {
  const { flag } = offered;
  const text = document.getText();
  const written = write({ file, text, start, end, key: text.slice(start, end) }, flag.key);
  if (written.kind === 'refusal') return null;
  const item = new vscode.CompletionItem(
    { label: flag.key, description: shortWords(offered) },
    vscode.CompletionItemKind.Constant,
  );
  const from = document.positionAt(start);
  item.range = {
    inserting: new vscode.Range(from, position),
    replacing: new vscode.Range(from, document.positionAt(end)),
  };
  item.insertText = written.newText;
  item.filterText = flag.key;
  item.sortText = String(order).padStart(6, '0');
  item.documentation = new vscode.MarkdownString(
    flagMarkdown({ flag, read: null, addressOf: (place) => addressOf(folder, place) }),
  );
  return item;
}

/** Keys of flags inside the string of a read's key, and nowhere else. */
export function registerKeyCompletion(indexes: FolderIndexes): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      indexes.start();
      const folder = indexes.of(document.uri);
      const index = folder?.index;
      const file = folder && pathBelow(folder.folder.uri, document.uri);
      if (!index || file === null || file === undefined) return undefined;
      const text = document.getText();
      const found = await readAtCaret(index, file, text, document.offsetAt(position));
      if (!found || token.isCancellationRequested) return undefined;
      const keys = offeredKeys(found.read, index.snapshot().flags, index.scopesAround(file));
      const { writeKey: write } = await import('../onFirstUse');
      const caret = { document, position, file, folder, writeKey: write };
      return keys.flatMap((offered, order) => itemOf(offered, order, found, caret) ?? []);
    },
  };
  return vscode.languages.registerCompletionItemProvider(
    [...sourceSelector],
    provider,
    '"',
    "'",
    '`',
  );
}

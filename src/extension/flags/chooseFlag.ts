import * as vscode from 'vscode';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import type { Position, Span } from '../../core/model/position';
import { fromPosition } from '../spans';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow } from '../workspace/folderPaths';
import type { FoundFlag } from './flagPlace';

function isInside({ start, end }: Span, { line, column }: Position): boolean {
  const begun = line > start.line || (line === start.line && column >= start.column);
  const over = line > end.line || (line === end.line && column > end.column);
  return begun && !over;
}

/** The flag whose read the cursor is in, or that alone is read on its line. */
export function flagAtCursor(indexes: FolderIndexes): FoundFlag | undefined {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && indexes.of(editor.document.uri);
  const path = folder && editor && pathBelow(folder.folder.uri, editor.document.uri);
  if (!editor || !folder?.index || path === null || path === undefined) return undefined;
  const place = fromPosition(editor.selection.active);
  const reads = folder.index.readsIn(path);
  const onLine = reads.filter(({ span }) => span.start.line === place.line);
  const keys = new Set(onLine.map(({ key }) => key));
  const read =
    reads.findLast(({ span }) => isInside(span, place)) ??
    (keys.size === 1 ? onLine[0] : undefined);
  return read && { folder, flag: folder.index.flagOf(read) };
}

/** Asks which flag is meant. */
export async function chooseFlag(indexes: FolderIndexes): Promise<FoundFlag | undefined> {
  const found = indexes
    .all()
    .flatMap((folder) => (folder.index?.snapshot().flags ?? []).map((flag) => ({ folder, flag })));
  const manyFolders = indexes.all().length > 1;
  const items = found.map((entry) => ({
    label: entry.flag.key,
    description: [
      ...(manyFolders ? [entry.folder.folder.name] : []),
      ...(entry.flag.scope === '.' ? [] : [entry.flag.scope]),
    ].join(' · '),
    detail: knownInWords({ flag: entry.flag, read: null })[0] ?? '',
    entry,
  }));
  const placeHolder =
    items.length > 0
      ? vscode.l10n.t('Which flag?')
      : vscode.l10n.t('No flag was found in this workspace.');
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  return picked?.entry;
}

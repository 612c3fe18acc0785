import * as vscode from 'vscode';
import { formatNamedBy } from '../../core/flags/definitions/definitionFileNames';
import { placeAt, placesInFile } from '../../core/flags/places/keyPlaces';
import type { KeyPlace } from '../../core/flags/places/keyPlaces';
import type { Flag } from '../../core/model/flag';
import type { FilePlace } from '../../core/model/flagRead';
import { sourceSelector } from '../languages';
import { fromPosition, toRange } from '../spans';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow, uriBelow } from '../workspace/folderPaths';

/** A place of a key in a document. */
export interface FoundPlace {
  readonly folder: FolderIndex;
  readonly place: KeyPlace;
}

const known = new WeakMap<readonly Flag[], Map<string, readonly KeyPlace[]>>();

/** Places in a file, made once for each state of what is known. */
function placesOf(flags: readonly Flag[], file: string): readonly KeyPlace[] {
  const byFile = known.get(flags) ?? new Map<string, readonly KeyPlace[]>();
  known.set(flags, byFile);
  const places = byFile.get(file) ?? placesInFile(flags, file);
  byFile.set(file, places);
  return places;
}

/** Code, and files whose names are those of definitions: any other JSON is no reason to read a workspace. */
function speaksOfFlags(document: vscode.TextDocument): boolean {
  const isCode = vscode.languages.match([...sourceSelector], document) > 0;
  return isCode || formatNamedBy(document.uri.path) !== null;
}

/** The places of keys in a document, from memory; none where the folder was not read yet: then reading starts. */
function placesIn(indexes: FolderIndexes, document: vscode.TextDocument): readonly FoundPlace[] {
  const { uri } = document;
  if (speaksOfFlags(document)) indexes.start();
  const folder = indexes.of(uri);
  const path = folder && pathBelow(folder.folder.uri, uri);
  if (!folder?.index || path === null || path === undefined) return [];
  const places = placesOf(folder.index.snapshot().flags, path);
  return places.map((place) => ({ folder, place }));
}

/** The place of a key that the cursor is in. */
export function flagPlaceAt(
  indexes: FolderIndexes,
  document: vscode.TextDocument,
  position: vscode.Position,
): FoundPlace | undefined {
  const found = placesIn(indexes, document);
  const place = placeAt(
    found.map((entry) => entry.place),
    fromPosition(position),
  );
  if (!place || !stillStands(document, place)) return undefined;
  return found.find((entry) => entry.place === place);
}

/** While text is being typed, what is known of it lags behind: a place whose text is another one does not count. */
function stillStands(document: vscode.TextDocument, place: KeyPlace): boolean {
  if (place.kind === 'argument') return true;
  const text = document.getText(toRange(place.span));
  return text === place.flag.key || /[\\'&]/.test(text);
}

export function locationOf(folder: FolderIndex, { file, span }: FilePlace): vscode.Location {
  return new vscode.Location(uriBelow(folder.folder.uri, file), toRange(span));
}

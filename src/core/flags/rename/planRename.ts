import type { Flag } from '../../model/flag';
import type { TextEdit } from '../../model/textEdit';
import { textPositions } from '../../syntax/textPositions';
import { isOwnText, placesOfFlag, type KeyPlace } from '../places/keyPlaces';
import { writeKey } from './writeKey';

/** An edit of a rename, and what stands at its place. */
export interface RenameEdit extends TextEdit {
  readonly file: string;
  readonly kind: KeyPlace['kind'];
}

/** All edits of a rename, or why it is not made: nothing is changed then. */
export type RenamePlan =
  | { readonly kind: 'edits'; readonly edits: readonly RenameEdit[] }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The places of a flag's own text, each once. */
function ownPlaces(flag: Flag): readonly KeyPlace[] {
  const places = placesOfFlag(flag).filter(isOwnText);
  return [
    ...new Map(places.map((place) => [JSON.stringify([place.file, place.span]), place])).values(),
  ];
}

/** The files that hold the key's own text. */
export function filesOfRename(flag: Flag): readonly string[] {
  return [...new Set(ownPlaces(flag).map(({ file }) => file))];
}

function editOf(place: KeyPlace, newKey: string, text: string): RenameEdit | string {
  const { file, span, flag, kind } = place;
  const positions = textPositions(text);
  const [start, end] = [positions.offsetAt(span.start), positions.offsetAt(span.end)];
  const written = writeKey({ file, text, start, end, key: flag.key }, newKey);
  if (written.kind === 'refusal') return `${file}:${span.start.line + 1}: ${written.reason}.`;
  return {
    file,
    kind,
    span: positions.spanOf(written.start, written.end),
    newText: written.newText,
  };
}

/** Another key in every place of a flag's own text, given the texts of the files. */
export function planRename(
  flag: Flag,
  newKey: string,
  textOf: (file: string) => string | null,
): RenamePlan {
  const edits: RenameEdit[] = [];
  for (const place of ownPlaces(flag)) {
    const text = textOf(place.file);
    if (text === null) return { kind: 'refusal', reason: `${place.file} cannot be read.` };
    const edit = editOf(place, newKey, text);
    if (typeof edit === 'string') return { kind: 'refusal', reason: edit };
    edits.push(edit);
  }
  return { kind: 'edits', edits };
}

import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagRead } from '../../model/flagRead';
import type { Position, Span } from '../../model/position';

/**
 * A place in a file that stands for a flag's key.
 * - `definition`, `read`, `constant`: the key's own text, without quotes, in a definition, in a read, or in a constant (an
 *   enum, an object) that reads take it from;
 * - `argument`: the expression that gives a read its key (`FLAGS.search`), where the text itself stands elsewhere; the whole
 *   call where no expression of it does (`isSearchOn()`).
 */
export type KeyPlace = {
  readonly file: string;
  readonly span: Span;
  readonly flag: Flag;
} & (
  | { readonly kind: 'definition'; readonly definition: FlagDefinition }
  | { readonly kind: 'read' | 'argument'; readonly read: FlagRead }
  | { readonly kind: 'constant'; readonly read: FlagRead }
);

/** Whether the key's own text stands there. */
export function isOwnText({ kind }: KeyPlace): boolean {
  return kind !== 'argument';
}

function isInside({ start, end }: Span, { line, column }: Position): boolean {
  const begun = line > start.line || (line === start.line && column >= start.column);
  const over = line > end.line || (line === end.line && column > end.column);
  return begun && !over;
}

/** What gives a read its key: the argument; where there is none in it, the whole call, if it stands on one line. */
function leadingTo({ span, keyArgument }: FlagRead): Span | null {
  if (keyArgument && isInside(span, keyArgument.start)) return keyArgument;
  return span.start.line === span.end.line ? span : null;
}

function placesOfRead(flag: Flag, read: FlagRead): readonly KeyPlace[] {
  const { file, keySpan, keyElsewhere } = read;
  const places: KeyPlace[] = [];
  // The text of a constant in the same file stands outside of the read itself.
  const isInRead = keySpan && isInside(read.span, keySpan.start);
  if (keySpan)
    places.push({ kind: isInRead ? 'read' : 'constant', file, span: keySpan, flag, read });
  if (keyElsewhere) places.push({ kind: 'constant', ...keyElsewhere, flag, read });
  const leading = isInRead ? null : leadingTo(read);
  if (leading) places.push({ kind: 'argument', file, span: leading, flag, read });
  return places;
}

function idOf({ kind, file, span, flag }: KeyPlace): string {
  const { start, end } = span;
  return [kind, file, start.line, start.column, end.line, end.column, flag.key].join('\n');
}

/** Every place that stands for a flag's key, once: definitions first, then reads and their constants in the order of the reads. */
export function placesOfFlag(flag: Flag): readonly KeyPlace[] {
  const definitions = flag.definitions.map((definition): KeyPlace => {
    const { file, keySpan: span } = definition;
    return { kind: 'definition', file, span, flag, definition };
  });
  return distinct([...definitions, ...flag.reads.flatMap((read) => placesOfRead(flag, read))]);
}

function distinct(places: readonly KeyPlace[]): readonly KeyPlace[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const id = idOf(place);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** The places of all flags in one file. Costs next to nothing for flags that have none there. */
export function placesInFile(flags: readonly Flag[], file: string): readonly KeyPlace[] {
  const touches = (read: FlagRead) => read.file === file || read.keyElsewhere?.file === file;
  const isHere = (place: { readonly file: string }) => place.file === file;
  return flags.flatMap((flag) => {
    if (!flag.definitions.some(isHere) && !flag.reads.some(touches)) return [];
    const here = {
      definitions: flag.definitions.filter(isHere),
      reads: flag.reads.filter(touches),
    };
    return placesOfFlag({ ...flag, ...here })
      .filter(isHere)
      .map((place) => ({ ...place, flag }));
  });
}

/** The place that a position is in, its end included; own text before the expressions around it. Null where there is none. */
export function placeAt(places: readonly KeyPlace[], position: Position): KeyPlace | null {
  const found = places.filter(({ span }) => isInside(span, position));
  return found.find(isOwnText) ?? found[0] ?? null;
}

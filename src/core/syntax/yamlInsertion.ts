import type { JsonValue } from '../model/json';
import type { Replacement } from './editedText';
import { writeYamlFlow, writeYamlItem, writeYamlMember, writeYamlScalar } from './writeYamlValue';
import type { YamlEntry, YamlItem, YamlList, YamlMap } from './yamlNode';
import type { YamlPlaces } from './yamlPlaces';

/** Members of a collection as stretches of text, and what is to be written between two of them. */
interface Insertion {
  readonly collection: { readonly flow: boolean; readonly start: number; readonly end: number };
  readonly members: readonly { readonly start: number; readonly end: number }[];
  /** The new member stands before the one with this index. */
  readonly index: number;
  /** The new member as text on one line, for collections with braces or brackets. */
  readonly flowText: string;
  /** The new member as text of one or more lines, for a block that is indented by so many blanks. */
  readonly blockText: (indent: number) => string;
  /** Blanks inside the braces of a collection that was empty. */
  readonly padding: string;
}

function insertInBlock(places: YamlPlaces, insertion: Insertion): readonly Replacement[] {
  const { members, index, blockText } = insertion;
  const { eol } = places;
  const before = members[index - 1];
  const indent = places.column((before ?? members[0])?.start ?? 0);
  const margin = ' '.repeat(indent);
  const text = blockText(indent);
  if (!before) {
    const at = members[0]?.start ?? insertion.collection.start;
    return [{ start: at, end: at, newText: text + eol + margin }];
  }
  const at = places.behindLinesOf(before.end, indent);
  const newText = places.isBehindLineBreak(before.end) ? margin + text + eol : eol + margin + text;
  return [{ start: at, end: at, newText }];
}

function insertInEmptyFlow(places: YamlPlaces, insertion: Insertion): readonly Replacement[] {
  const { collection, flowText, padding } = insertion;
  const inner = { start: collection.start + 1, end: collection.end - 1 };
  const isBlank = places.text.slice(inner.start, inner.end).trim() === '';
  const newText = padding + flowText + padding;
  return [isBlank ? { ...inner, newText } : { start: inner.start, end: inner.start, newText }];
}

/** Behind a member that has lines of its own: again on a line of its own. */
function insertFlowLine(
  places: YamlPlaces,
  before: { readonly start: number; readonly end: number },
  flowText: string,
): readonly Replacement[] {
  const lineEnd = places.lineEnd(before.end);
  const hasComma = /^\s*,/.test(places.text.slice(before.end, lineEnd));
  const margin = places.text.slice(places.lineStart(before.start), before.start);
  const comma = hasComma ? [] : [{ start: before.end, end: before.end, newText: ',' }];
  const newText = places.eol + margin + flowText + (hasComma ? ',' : '');
  return [...comma, { start: lineEnd, end: lineEnd, newText }];
}

function insertInFlow(places: YamlPlaces, insertion: Insertion): readonly Replacement[] {
  const { members, index, flowText } = insertion;
  const before = members[index - 1];
  const first = members[0];
  if (!first) return insertInEmptyFlow(places, insertion);
  if (before) {
    const hasOwnLines = places.startsLine(before.start) && places.endsLine(before.end);
    if (hasOwnLines) return insertFlowLine(places, before, flowText);
    return [{ start: before.end, end: before.end, newText: `, ${flowText}` }];
  }
  const margin = places.text.slice(places.lineStart(first.start), first.start);
  const separator = places.startsLine(first.start) ? `,${places.eol}${margin}` : ', ';
  return [{ start: first.start, end: first.start, newText: flowText + separator }];
}

function insert(places: YamlPlaces, insertion: Insertion): readonly Replacement[] {
  return insertion.collection.flow
    ? insertInFlow(places, insertion)
    : insertInBlock(places, insertion);
}

/** Index at which a key stands best: behind all that come before it in `order`; keys that are not in it go to the end. */
function indexForKey(entries: readonly YamlEntry[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  if (rank < 0) return entries.length;
  return (
    1 +
    entries.findLastIndex((entry) => {
      const other = order.indexOf(entry.key);
      return other >= 0 && other < rank;
    })
  );
}

/** A new entry of a map that has no such key yet. */
export function insertEntry(
  places: YamlPlaces,
  map: YamlMap,
  entry: { readonly key: string; readonly value: JsonValue; readonly order: readonly string[] },
): readonly Replacement[] {
  const { key, value, order } = entry;
  const { eol } = places;
  return insert(places, {
    collection: map,
    members: map.entries.map(({ keyStart, end }) => ({ start: keyStart, end })),
    index: indexForKey(map.entries, key, order),
    flowText: `${writeYamlScalar(key, { flow: true })}: ${writeYamlFlow(value, true)}`,
    blockText: (indent) => writeYamlMember([key, value], { indent, eol }),
    padding: ' ',
  });
}

function isBlockMap(item: YamlItem | undefined): boolean {
  return item?.value.kind === 'map' && !item.value.flow;
}

/** A new item of a list, before the one with this index; written like its neighbour. */
export function insertItem(
  places: YamlPlaces,
  list: YamlList,
  item: { readonly index: number; readonly value: JsonValue },
): readonly Replacement[] {
  const { index, value } = item;
  const { eol } = places;
  const block = isBlockMap(list.items[index - 1] ?? list.items[0]);
  return insert(places, {
    collection: list,
    members: list.items,
    index,
    flowText: writeYamlFlow(value, true),
    blockText: (indent) => `-${writeYamlItem(value, { indent, eol, block })}`,
    padding: '',
  });
}

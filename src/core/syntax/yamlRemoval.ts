import type { Replacement } from './editedText';
import type { YamlPlaces } from './yamlPlaces';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A member of a collection that is to go, and its surroundings. */
export interface Removal {
  readonly collection: Stretch & { readonly flow: boolean };
  readonly members: readonly Stretch[];
  readonly index: number;
  /** Text of a collection with nothing in it: `{}` or `[]`. */
  readonly empty: string;
  /** Offset behind the colon or dash that the collection belongs to; null for a whole document. */
  readonly behindOwner: number | null;
}

function cut(start: number, end: number): Replacement {
  return { start, end, newText: '' };
}

/** All lines a member stands on. A last line without line break takes the one before it along. */
function cutLines(places: YamlPlaces, { start, end }: Stretch): Replacement {
  const from = places.lineStart(start);
  if (places.isBehindLineBreak(end)) return cut(from, end);
  const to = places.nextLineStart(end);
  const isLastLine = to === places.text.length && !places.isBehindLineBreak(to);
  if (!isLastLine || from === 0) return cut(from, to);
  return cut(places.lineEnd(Math.max(from - 1, 0)), to);
}

function removeFromFlow(places: YamlPlaces, removal: Removal): readonly Replacement[] {
  const { collection, members, index } = removal;
  const member = members[index]!;
  const isCloseBehind = places.lineEnd(member.end) >= collection.end;
  const hasOwnLines = places.startsLine(member.start) && places.endsLine(member.end);
  if (hasOwnLines && !isCloseBehind) return [cutLines(places, member)];
  const hasComment = (start: number, end: number) => places.text.slice(start, end).includes('#');
  if (members.length === 1) {
    const [start, end] = [collection.start + 1, collection.end - 1];
    const isCommented = hasComment(start, member.start) || hasComment(member.end, end);
    const comma = /^\s*,/.exec(places.text.slice(member.end, end))?.[0].length ?? 0;
    return [isCommented ? cut(member.start, member.end + comma) : cut(start, end)];
  }
  const next = members[index + 1];
  if (next) return [cut(member.start, next.start)];
  const start = members[index - 1]!.end;
  return [cut(hasComment(start, member.start) ? member.start : start, member.end)];
}

/** The first member of a map behind a dash: what comes next moves up to its place. Comments on their own lines stay. */
function removeBehindDash(places: YamlPlaces, member: Stretch, next: Stretch): Replacement {
  let to = places.isBehindLineBreak(member.end) ? member.end : places.nextLineStart(member.end);
  for (; to < next.start; to = places.nextLineStart(to)) {
    const line = places.text.slice(to, places.lineEnd(to));
    if (line.trim()) return cut(member.start, to + line.length - line.trimStart().length);
  }
  return cut(member.start, next.start);
}

function removeFromBlock(places: YamlPlaces, removal: Removal): readonly Replacement[] {
  const { members, index, empty, behindOwner } = removal;
  const member = members[index]!;
  const next = members[index + 1];
  const hasOwnLines = places.startsLine(member.start);
  if (members.length > 1 && hasOwnLines) return [cutLines(places, member)];
  if (next) return [removeBehindDash(places, member, next)];
  if (hasOwnLines && behindOwner !== null) {
    return [
      { start: behindOwner, end: behindOwner, newText: ` ${empty}` },
      cutLines(places, member),
    ];
  }
  const end = places.isBehindLineBreak(member.end) ? member.end - places.eol.length : member.end;
  return [{ start: member.start, end, newText: empty }];
}

/** Takes a member out of its collection, with the comment on its last line; an emptied collection stays as `{}` or `[]`. */
export function removeMember(places: YamlPlaces, removal: Removal): readonly Replacement[] {
  return removal.collection.flow
    ? removeFromFlow(places, removal)
    : removeFromBlock(places, removal);
}

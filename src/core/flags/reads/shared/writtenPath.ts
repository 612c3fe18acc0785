import type { ReadCandidate } from '../../../model/sourceFacts';
import type { TextPositions } from '../../../syntax/textPositions';

const longest = 200;

/** Adds to calls of readers how they are written: `this.flags.isOn(...)` is `this`, `flags`, `isOn`. */
export function withWrittenPath(
  candidate: ReadCandidate,
  text: string,
  positions: TextPositions,
  readers: ReadonlySet<string>,
): ReadCandidate {
  if (candidate.kind !== 'call' || readers.size === 0) return candidate;
  const start = positions.offsetAt(candidate.span.start);
  const end = Math.min(positions.offsetAt(candidate.span.end), start + longest);
  const whole = text.slice(start, end);
  const first = candidate.arguments[0];
  const given = first ? positions.offsetAt(first.span.start) - start : whole.length;
  const opening = whole.lastIndexOf('(', Math.max(given - 1, 0));
  const written = opening < 0 ? whole : whole.slice(0, opening);
  const path = /[\w$]+(?:\s*(?:\?\.|!\.|\.|->|::)\s*[\w$]+)*\s*(?:<[^()]*>)?\s*$/.exec(
    written,
  )?.[0];
  const names = path?.replace(/<[^()]*>\s*$/, '').match(/[\w$]+/g) ?? [];
  const called = names.at(-1);
  return called !== undefined && readers.has(called) ? { ...candidate, path: names } : candidate;
}

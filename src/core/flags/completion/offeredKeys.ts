import type { Flag } from '../../model/flag';
import type { FlagRead } from '../../model/flagRead';
import { expectedIn } from '../describe/expectedIn';
import { sdkById } from '../reads/sdkShapes';

/** A flag whose key fits where a key is being written; the lower the rank, the sooner it is offered. */
export interface OfferedKey {
  readonly flag: Flag;
  readonly rank: number;
}

function isSameRead(one: FlagRead, other: FlagRead): boolean {
  const { start } = one.span;
  return (
    one.file === other.file &&
    start.line === other.span.start.line &&
    start.column === other.span.start.column
  );
}

function typeFits({ definitions, reads }: Flag, { valueType }: FlagRead): boolean {
  const types = [...definitions, ...reads].map((entry) => entry.valueType);
  const known = types.filter((type) => type !== null);
  return valueType === null || known.length === 0 || known.includes(valueType);
}

/** Null where the flag's key is none that this read could mean. */
function rankOf(flag: Flag, read: FlagRead, around: readonly string[]): number | null {
  const { definitionFormats } = sdkById(read.sdk);
  const { definitions, scope } = flag;
  const distance = around.indexOf(scope);
  if (definitions.length > 0) {
    if (!definitions.some(({ format }) => definitionFormats.includes(format))) return null;
    return (typeFits(flag, read) ? 0 : 20) + (distance < 0 ? 10 : Math.min(distance, 9));
  }
  const others = flag.reads.filter((other) => !isSameRead(other, read));
  const [like] = others.filter(({ sdk }) => sdk === read.sdk);
  // A key that its definition file should hold and does not is likely to be misspelt.
  if (!like || distance < 0 || expectedIn(flag, like).length > 0) return null;
  return (typeFits(flag, read) ? 40 : 60) + Math.min(distance, 9);
}

/**
 * The keys to offer where a read's key is being written, the likeliest first: defined ones of the value's type, in the read's
 * own scope and those around it, then others; then keys that the same SDK reads here and that are defined elsewhere.
 */
export function offeredKeys(
  read: FlagRead,
  flags: readonly Flag[],
  around: readonly string[],
): readonly OfferedKey[] {
  const best = new Map<string, OfferedKey>();
  for (const flag of flags) {
    const rank = rankOf(flag, read, around);
    const known = best.get(flag.key);
    if (rank !== null && (!known || rank < known.rank)) best.set(flag.key, { flag, rank });
  }
  return [...best.values()].toSorted((one, other) => one.rank - other.rank);
}

import type { StaticArgument, StaticMembers, StaticValue } from '../../../model/staticValue';
import { unknownValue } from '../staticValues';

/** How large a value is where it is written out: what stands in it twice counts twice. */
interface Extent {
  readonly size: number;
  readonly depth: number;
}

const largest = 20_000;
const deepest = 120;
const extents = new WeakMap<StaticValue, Extent>();

function inMembers(members: StaticMembers): readonly StaticValue[] {
  return Object.values(members).map(({ value }) => value);
}

function inArguments(given: readonly StaticArgument[] = []): readonly StaticValue[] {
  return given.map(({ value }) => value);
}

function inParameters({
  parameters = [],
}: StaticValue & { kind: 'function' | 'class' }): readonly StaticValue[] {
  return parameters.flatMap(({ default: given, type }) => [given, type]).filter(isGiven);
}

function isGiven(value: StaticValue | undefined): value is StaticValue {
  return value !== undefined;
}

/** The values that a value is made of. */
function partsOf(value: StaticValue): readonly StaticValue[] {
  switch (value.kind) {
    case 'object':
      return [...inMembers(value.members), ...(value.type ? [value.type] : [])];
    case 'sdk':
      return [...inArguments(value.made), ...(value.standIns ?? [])];
    case 'function':
      return [value.returns, ...inParameters(value)];
    case 'class':
      return [
        ...inMembers(value.instance),
        ...inMembers(value.statics),
        ...(value.bases ?? []),
        ...inParameters(value),
      ];
    case 'parameter':
      return value.type ? [value.type] : [];
    case 'named':
      return [value.value];
    case 'member':
      return [value.of];
    case 'call':
    case 'construct':
      return [value.of, ...inArguments(value.arguments)];
    case 'concat':
      return value.parts;
    case 'one-of':
      return value.values;
    case 'literal':
    case 'import':
    case 'other':
    case 'unknown':
      return [];
  }
}

function extentOf(value: StaticValue): Extent {
  const known = extents.get(value);
  if (known) return known;
  let size = 1;
  let depth = 1;
  for (const part of partsOf(value)) {
    const inner = extentOf(part);
    size += inner.size;
    depth = Math.max(depth, inner.depth + 1);
  }
  const found = { size, depth };
  extents.set(value, found);
  return found;
}

/**
 * A value, or that it is unknown where it is too large to be written out: constants made of each other twice, or classes that
 * extend each other by the hundred, would grow without end.
 */
export function boundedValue(value: StaticValue): StaticValue {
  const { size, depth } = extentOf(value);
  if (size <= largest && depth <= deepest) return value;
  const unknown = unknownValue('it is too large to be followed');
  // What is made of several of these is too large again: else it would grow as before.
  extents.set(unknown, { size: largest / 4, depth: 1 });
  return unknown;
}

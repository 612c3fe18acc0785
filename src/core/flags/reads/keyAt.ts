import type { ArgumentPlace, CallRule, Shape } from './readRule';

/** A call whose key is the argument at `key`; without `telling`, because other libraries use such names too. */
export function keyAt(key: number, rest: Omit<CallRule, 'key'> = {}): Shape {
  return { read: { key: { argument: key }, ...rest } };
}

/** A call whose key is `argument`, and whose default the one after it. */
export function keyThenDefault(key: number, rest: Omit<CallRule, 'key' | 'default'> = {}): Shape {
  return keyAt(key, { default: { argument: key + 1 }, ...rest });
}

/** A call whose keys are the elements of a list, or of a property of an object. */
export function keysIn(argument: number, property?: string): Shape {
  const key: ArgumentPlace = { argument, each: true, ...(property !== undefined && { property }) };
  return { read: { key } };
}

/** The same shape under several names. */
export function named(names: readonly string[], shape: Shape): Readonly<Record<string, Shape>> {
  return Object.fromEntries(names.map((name) => [name, shape]));
}

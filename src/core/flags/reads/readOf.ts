import type { FlagValueType } from '../../model/flagDefinition';
import type { ArgumentPlace, Shape } from './readRule';

/** A place in a call's arguments: its number, and its name where it may be given by name. */
export type Place = readonly [argument: number, name?: string];

/** What there is to say of a read besides the place of its key. */
export interface ReadDetails extends Omit<ArgumentPlace, 'argument' | 'name'> {
  readonly default?: Place;
  readonly valueType?: FlagValueType;
  readonly telling?: boolean;
}

function placeOf([argument, name]: Place): ArgumentPlace {
  return name === undefined ? { argument } : { argument, name };
}

/** A call that reads the flag whose key stands at a place. */
export function readOf(key: Place, details: ReadDetails = {}): Shape {
  const { default: given, valueType, telling, ...rest } = details;
  return {
    read: {
      key: { ...placeOf(key), ...rest },
      ...(given && { default: placeOf(given) }),
      ...(valueType && { valueType }),
      ...(telling !== undefined && { telling }),
    },
  };
}

/** Several names for calls of the same shape. */
export function eachOf(names: readonly string[], shape: Shape): Readonly<Record<string, Shape>> {
  return Object.fromEntries(names.map((name) => [name, shape]));
}

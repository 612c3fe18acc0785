import type { StaticValue } from '../../model/staticValue';
import type { ResolvedValue } from './resolvedValue';
import type { ValuePlace } from './resolvingSteps';

/** A value that is followed no further, at its place. */
export function valueAt(value: StaticValue, { file, frame }: ValuePlace): ResolvedValue {
  return { value, file, via: [], frame };
}

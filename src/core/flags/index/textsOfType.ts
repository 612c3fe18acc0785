import type { StaticValue } from '../../model/staticValue';
import type { ValueResolver } from './resolveValue';

/** The texts that values of a type may be; none where they may be something else, too. */
export function textsOfType(
  type: StaticValue,
  file: string,
  resolver: ValueResolver,
): readonly string[] {
  const { parts = [] } = resolver.resolve(type, file);
  const texts = parts.flatMap(({ value }) =>
    value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
  );
  return texts.length === parts.length ? texts : [];
}

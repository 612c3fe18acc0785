import type { StaticValue } from '../../model/staticValue';

/** `Type.*`: the names of a package that begin with `Type.`, such as methods of the type in other files. */
export function holdsNames(value: StaticValue): boolean {
  return value.kind === 'import' && value.name.endsWith('.*');
}

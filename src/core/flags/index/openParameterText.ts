import type { SourceFacts } from '../../model/sourceFacts';
import type { OpenParameter } from './resolvedValue';
import { spanId } from './spanId';

/** A parameter that nothing gives a value, in words: "`k` is a parameter of `f`". */
export function openParameterText(
  { owner, name, path }: OpenParameter,
  source: SourceFacts | null,
): string {
  const written = [name, ...path].filter((part) => part !== '').join('.');
  const isWhole = path.length === 0 && name !== '';
  const of = source?.names?.[spanId(owner)];
  const what = `${written === '' ? 'it' : `\`${written}\``} is ${isWhole ? 'a parameter' : 'part of a parameter'}`;
  return of === undefined ? what : `${what} of \`${of}\``;
}

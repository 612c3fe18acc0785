import type { SourceFacts } from '../../model/sourceFacts';
import { exportedFunctions } from './exportedFunctions';
import type { StatedReader } from './linkedFile';
import { declarationId } from './spanId';

/** The functions of a file that are named as an SDK's reads are, beside packages of its vendor: they take a key. */
export function namesakesIn(file: string, source: SourceFacts): readonly StatedReader[] {
  // Go's front-end alone tells them so far.
  if (source.language !== 'go') return [];
  return exportedFunctions(source).flatMap(({ called, span, value }): readonly StatedReader[] => {
    const { namesake, parameters = [] } = value;
    if (!namesake) return [];
    const { sdk, argument } = namesake;
    const name = parameters[argument]?.name;
    const key = { argument, ...(name !== undefined && { name }) };
    return [{ kind: 'stated', id: declarationId(file, span), called, sdk, rule: { key } }];
  });
}

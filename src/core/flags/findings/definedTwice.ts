import { describeRollout } from '../describe/describeRollout';
import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagFinding } from '../../model/flagFinding';
import type { FindingRule } from './findingRule';

/** What two definitions must have in common to say the same. */
function meaningOf({ rollout, variants, defaultVariant, defaultValue }: FlagDefinition): string {
  const named = variants.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return JSON.stringify([rollout, named, defaultVariant, defaultValue ?? null]);
}

function find({ key, scope, definitions }: Flag): readonly FlagFinding[] {
  const first = new Map<string, FlagDefinition>();
  return definitions.flatMap((definition) => {
    const place = JSON.stringify([definition.role, definition.environment]);
    const other = first.get(place);
    if (other === undefined) {
      first.set(place, definition);
      return [];
    }
    if (meaningOf(other) === meaningOf(definition)) return [];
    const { environment, file } = definition;
    const where = environment === 'default' ? '' : ` for ${environment}`;
    const said = `${describeRollout(definition).short} here, ${describeRollout(other).short} in ${other.file}`;
    return [
      {
        code: 'flag-defined-differently',
        severity: 'warning',
        message: `“${key}” is defined twice${where}, with different values: ${said}.`,
        file,
        span: definition.keySpan,
        key,
        scope,
        suggestion: null,
        related: [{ file: other.file, span: other.keySpan, message: 'The other definition' }],
      },
    ];
  });
}

/** The same flag, in one scope, one role and one environment, with different values: which of them counts is chance. */
export const definedTwice: FindingRule = {
  id: 'flag-defined-differently',
  name: 'Defined twice with different values',
  find,
};

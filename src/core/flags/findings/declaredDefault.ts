import { jsonEquals } from '../../syntax/jsonEdit';
import { valueInWords } from '../describe/valueInWords';
import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';
import type { FindingRule } from './findingRule';

function find({ key, scope, definitions }: Flag): readonly FlagFinding[] {
  const provisioned = definitions.filter(
    ({ role, offValue }) => role === 'provisioning' && offValue !== undefined,
  );
  return definitions.flatMap(({ role, defaultValue, file, keySpan }) => {
    if (role !== 'declaration' || defaultValue === undefined) return [];
    const other = provisioned.find(({ offValue }) => !jsonEquals(offValue, defaultValue));
    if (other?.offValue === undefined) return [];
    const declared = valueInWords(defaultValue);
    const off = valueInWords(other.offValue);
    return [
      {
        code: 'flag-default-differs',
        severity: 'information',
        message: `“${key}” is declared with the default ${declared}; switched off it is ${off} in ${other.file}.`,
        file,
        span: keySpan,
        key,
        scope,
        suggestion: null,
        related: [{ file: other.file, span: other.keySpan, message: 'Where it is provisioned' }],
      },
    ];
  });
}

/** A declared default that is not what the flag gives when it is switched off: code falls back to another value than off. */
export const declaredDefault: FindingRule = {
  id: 'flag-default-differs',
  name: 'Declared default differs from the off value',
  find,
};

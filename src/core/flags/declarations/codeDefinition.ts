import type { FlagDefinition } from '../../model/flagDefinition';
import { nothingSaid } from '../definitions/flagLife';

/** What code declares: that there is a flag, and nothing of who gets it unless that is said, too. */
export function codeDefinition(
  said: Pick<FlagDefinition, 'key' | 'file' | 'keySpan' | 'span' | 'format'> &
    Partial<FlagDefinition>,
): FlagDefinition {
  const { defaultValue } = said;
  const type = typeof defaultValue;
  return {
    role: 'declaration',
    environment: 'default',
    valueType: type === 'boolean' || type === 'string' || type === 'number' ? type : null,
    variants: [],
    defaultVariant: null,
    description: null,
    rollout: { kind: 'declared' },
    ...nothingSaid,
    ...said,
  };
}

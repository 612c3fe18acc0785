import type { Flag } from '../../model/flag';
import type { FlagDefinition, Rollout } from '../../model/flagDefinition';
import { expectedIn } from '../describe/expectedIn';
import { isPartlyOn } from '../describe/isPartlyOn';

/** What is known of who gets a flag, in the order in which people look for it. */
export const flagStates = [
  'open',
  'differs',
  'on',
  'off',
  'one-value',
  'code-default',
  'declared',
  'unknown',
  'undefined',
  'elsewhere',
] as const;

/**
 * - `open`: people get different values; - `differs`: its definitions (of environments) say different things;
 * - `on`, `off`, `one-value`: the same for everyone; - `code-default`: the default in the code;
 * - `declared`: nothing here says who gets it; - `unknown`: its targeting cannot be read;
 * - `undefined`: its definition files do not hold it; - `elsewhere`: nothing here says which flags there are.
 */
export type FlagState = (typeof flagStates)[number];

function hasUnknown(rollout: Rollout): boolean {
  if (rollout.kind === 'rules') return rollout.rules.some(({ outcome }) => hasUnknown(outcome));
  return rollout.kind === 'unknown';
}

/** The one variant that everyone gets, however many rules say so. */
function variantOf(rollout: Rollout): string | null {
  if (rollout.kind === 'everyone') return rollout.variant;
  const [first] = rollout.kind === 'rules' ? rollout.rules : [];
  return first ? variantOf(first.outcome) : null;
}

function stateOfDefinition(definition: FlagDefinition): FlagState {
  const { rollout, variants } = definition;
  if (rollout.kind === 'declared') return 'declared';
  if (rollout.kind === 'disabled' || rollout.kind === 'code-default') return 'code-default';
  if (hasUnknown(rollout)) return 'unknown';
  if (isPartlyOn(definition)) return 'open';
  const variant = variantOf(rollout);
  const value = variants.find(({ name }) => name === variant)?.value;
  if (typeof value !== 'boolean') return variant === null ? 'code-default' : 'one-value';
  return value ? 'on' : 'off';
}

/** What is known of who gets a flag, in one word. */
export function flagState(flag: Flag): FlagState {
  const { definitions, reads } = flag;
  const [read] = reads;
  if (definitions.length === 0) {
    return read && expectedIn(flag, read).length > 0 ? 'undefined' : 'elsewhere';
  }
  const provisioning = definitions.filter(({ role }) => role === 'provisioning');
  const telling = provisioning.length > 0 ? provisioning : definitions;
  const states = new Set(telling.map(stateOfDefinition));
  const [state = 'unknown'] = states;
  return states.size > 1 ? 'differs' : state;
}

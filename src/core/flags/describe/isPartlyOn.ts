import type { FlagDefinition, Rollout } from '../../model/flagDefinition';

/** The one variant everyone gets; null where people get different ones or it cannot be known. */
function onlyVariant(rollout: Rollout): string | null {
  if (rollout.kind === 'everyone') return rollout.variant;
  if (rollout.kind === 'disabled' || rollout.kind === 'code-default') return '';
  if (rollout.kind !== 'rules') return null;
  const variants = new Set(rollout.rules.map(({ outcome }) => onlyVariant(outcome)));
  const [variant = null] = variants;
  return variants.size === 1 ? variant : null;
}

/** Whether people get different variants by this definition, or it cannot be known what they get. */
export function isPartlyOn({ rollout }: FlagDefinition): boolean {
  return onlyVariant(rollout) === null;
}

const readme = 'https://github.com/flaglab/flaglab';

/** Where a rule is explained, for whoever follows the link; null for what is no rule about flags or rollouts. */
export function ruleAddress(rule: string): string | null {
  return /^(flag-|rollout-|undefined-flag$)/.test(rule) ? `${readme}#${rule}` : null;
}

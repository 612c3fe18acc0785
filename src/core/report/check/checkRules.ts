import { findingRules } from '../../flags/findings/registry';
import { staleRules } from '../../flags/stale/registry';
import { rolloutCheckRules } from '../../rollout/findings/rolloutCheckRules';

/** What people read about a rule. */
export interface RuleHelp {
  readonly id: string;
  readonly name: string;
  readonly help: string;
}

/** Findings about wishes to keep a flag. */
const keepRules: readonly RuleHelp[] = [
  {
    id: 'flag-keep-expired',
    name: 'Kept for too long',
    help: 'The day until which the flag was to be kept is past. Remove the flag, or give a new day and say why.',
  },
  {
    id: 'flag-keep-no-reason',
    name: 'Kept without a reason',
    help: 'A wish to keep a flag counts only with a reason: flaglab-keep: until 2027-03-01, reason.',
  },
  {
    id: 'flag-keep-unreadable',
    name: 'Kept until no day',
    help: 'The day after until cannot be read. Write a day as YYYY-MM-DD.',
  },
  {
    id: 'flag-keep-unused',
    name: 'Keeps nothing',
    help: 'The comment or entry is about no flag: it can go.',
  },
];

const own = findingRules.map(({ id, name }) => ({ id, name, help: name }));

/** All rules whose findings `flaglab check` tells, each once, in stable order. */
export const checkRules: readonly RuleHelp[] = [
  ...staleRules.map(({ id, name, help }) => ({ id, name, help })),
  ...keepRules,
  ...own.filter(({ id }) => !staleRules.some((rule) => rule.id === id)),
  {
    id: 'flag-types-differ',
    name: 'Read as different types',
    help: 'One flag is read as values of different types.',
  },
  ...rolloutCheckRules,
];

import type { FlagVerdict } from '../../model/flagVerdict';

/** Flags in the order in which people want to hear of them. */
export interface VerdictGroups {
  /** To be taken out of the code, or to be archived. */
  readonly ready: readonly FlagVerdict[];
  /** Something would be to be done, and something stands in the way. */
  readonly blocked: readonly FlagVerdict[];
  readonly ask: readonly FlagVerdict[];
  readonly others: readonly FlagVerdict[];
}

/** Rules that only inform: what they find is nothing that a block stands in the way of. */
const informing: ReadonlySet<string> = new Set(['flag-never-read', 'flag-value-unused']);

/** Puts verdicts into groups, each in the order given. */
export function verdictGroups(verdicts: readonly FlagVerdict[]): VerdictGroups {
  const groups = {
    ready: [] as FlagVerdict[],
    blocked: [] as FlagVerdict[],
    ask: [] as FlagVerdict[],
    others: [] as FlagVerdict[],
  };
  for (const verdict of verdicts) {
    const { action, blockers, reasons, state } = verdict;
    const isWanted = reasons.some(({ rule }) => !informing.has(rule)) && state !== 'inactive';
    if (action === 'remove' || action === 'archive') groups.ready.push(verdict);
    else if (action === 'ask') groups.ask.push(verdict);
    else if (blockers.length > 0 && isWanted) groups.blocked.push(verdict);
    else groups.others.push(verdict);
  }
  return groups;
}

/** What has to be done first, and what after: other repositories may read the flag. */
export const removalOrder =
  'Order: take the flag out of the code first, deploy, then archive its definition; other repositories may still read it.';

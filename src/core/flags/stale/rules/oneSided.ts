import { keepInWords } from '../keepInWords';
import type { FlagStanding } from '../flagStanding';
import type { StaleFacts } from '../staleFacts';
import type { StaleRule, StaleSignal } from '../staleRule';

/** What it was before is what a launch is known by: without it, it may be a switch that stays. */
function neverDiffered({ since, introduced }: FlagStanding): boolean {
  return since === null || introduced === null || since.commit === introduced.commit;
}

function find({ settings }: StaleFacts, standing: FlagStanding): readonly StaleSignal[] {
  const { isOneSided, oneSidedDays, keep, since, state, sourceReads } = standing;
  if (!isOneSided || oneSidedDays === null || oneSidedDays < settings.stale.days) return [];
  const by = since === null ? '' : ` (commit ${since.commit.slice(0, 10)})`;
  const place = null;
  if (state === 'inactive') {
    const message = `Off for everyone for ${oneSidedDays} days${by}. That alone is no reason to remove it.`;
    return [{ severity: 'information', message, place, action: 'none' }];
  }
  if (state !== 'launched' && state !== 'unread') return [];
  if (neverDiffered(standing)) {
    const message = `One value for everyone since it came ${oneSidedDays} days ago${by}, and never another: ${keepInWords(keep)}, unless it is a switch that stays.`;
    return [{ severity: 'information', message, place, action: 'ask' }];
  }
  const message = `One value for everyone for ${oneSidedDays} days${by}: ${keepInWords(keep)}.`;
  // Nothing here reads it: what is to be done is for those to say who may read it elsewhere.
  const isReadHere = sourceReads.length > 0;
  if (!isReadHere) return [{ severity: 'information', message, place, action: 'ask' }];
  const action = keep.kind === 'value' ? 'remove' : 'ask';
  return [{ severity: 'warning', message, place, action }];
}

/** One value for everyone, in every environment that files describe, for longer than the limit: from the commit that made it so. */
export const oneSided: StaleRule = {
  id: 'flag-one-sided',
  name: 'One value for everyone',
  help: 'Every environment that definition files describe gives everyone the same value, for longer than `stale.days` (30), counted from the commit that made it so. Where it never was anything else, it may be a switch that stays: that is to be decided. Take the flag out of the code, keeping that value; archive the definition afterwards: other repositories may read it.',
  find,
};

import type { FlagVerdict } from '../../model/flagVerdict';
import { keepInWords } from '../../flags/stale/keepInWords';

function stateInWords({ state, evidence }: FlagVerdict): string {
  const { oneSidedDays: days } = evidence;
  const ago = days === null ? '' : days === 1 ? ' 1 day ago' : ` ${days} days ago`;
  switch (state) {
    case 'launched':
      return `launched${ago}`;
    case 'inactive':
      return days === null ? 'off for everyone' : `off for everyone for ${days} days`;
    case 'new':
      return 'new';
    case 'active':
      return 'active';
    case 'unread':
      return 'read nowhere here';
    case 'unknown':
      return 'not known';
  }
}

/** A verdict in a few words: “launched 94 days ago: keep `on`”, “launched 94 days ago, blocked”. */
export function verdictWords(verdict: FlagVerdict): string {
  const { action, blockers, keep, state } = verdict;
  const words = stateInWords(verdict);
  if (blockers.length > 0) return `${words}, blocked`;
  if (action === 'remove') return `${words}: ${keepInWords(keep)}`;
  if (action === 'archive') return `${words}: archive the definition`;
  if (action === 'ask') return `${words}: to be decided`;
  return state === 'launched' && keep.kind === 'value' ? `${words}: ${keepInWords(keep)}` : words;
}

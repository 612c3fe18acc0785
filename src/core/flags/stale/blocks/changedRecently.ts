import { daysBetween } from '../../../model/daysBetween';
import type { StaleBlock } from '../staleRule';

/** Who gets it changed only days ago. */
export const changedRecently: StaleBlock = {
  id: 'blocked-by-recent-change',
  name: 'Changed recently',
  help: 'Who gets the flag changed within `stale.recentDays` (14) days, or the change is not committed yet. Wait: it may change back.',
  find: (facts, { telling }) => {
    const { now, settings } = facts;
    const sentences = telling.flatMap((definition): readonly string[] => {
      const past = facts.pastOf(definition);
      if (past.kind === 'uncommitted')
        return [`${definition.file} has changes that are not committed.`];
      if (past.kind === 'unknown') return [];
      const { day, commit } = past.lastChange;
      const days = daysBetween(day, now);
      if (days >= settings.stale.recentDays) return [];
      return [`Who gets it changed on ${day}, ${days} days ago (commit ${commit.slice(0, 10)}).`];
    });
    return [...new Set(sentences)];
  },
};

import { countOf } from '../../report/countOf';
import { formatPercent } from '../../report/formatNumber';
import type { TrafficFit } from './fitTraffic';

function listed(days: readonly string[], count: number): string {
  const more = count - days.length;
  return more > 0 ? `${days.join(', ')} and ${more} more` : days.join(', ');
}

/** What to know before the fit is trusted, a sentence each. */
export function trafficNotes(fit: TrafficFit): readonly string[] {
  const { missing, emptyDays, weekday, dayToDay, byChance, trend, newUnitsPerDay } = fit;
  const notes: string[] = [];
  if (newUnitsPerDay === 0)
    notes.push('Hardly anybody came: no experiment can be planned on this.');
  if (missing.count > 0) {
    const said = listed(missing.first, missing.count);
    notes.push(
      `${countOf(missing.count, 'day')} between the first and the last ${missing.count === 1 ? 'has' : 'have'} no count (${said}). They are left out, not taken as 0.`,
    );
  }
  if (emptyDays.length > 0) {
    const said = listed(emptyDays.slice(0, 3), emptyDays.length);
    notes.push(
      `Nobody came on ${said}, and usually somebody does. It is taken as it is; leave such rows out where the counting was broken.`,
    );
  }
  if (weekday === null) {
    notes.push(
      'The pattern of the week cannot be known: each weekday has to be there at least twice. Give two full weeks or more.',
    );
  }
  if (trend !== null) {
    notes.push(
      `Traffic ${trend > 0 ? 'grew' : 'fell'} by ${formatPercent(Math.abs(trend))} of its mean from the first day to the last; the fit is its mean. Give only the last weeks where they are nearer to what comes.`,
    );
  }
  if (dayToDay !== null && byChance !== null) {
    notes.push(
      `A day is off this pattern by ${formatPercent(dayToDay)} (standard deviation; chance alone makes it ${formatPercent(byChance)}).`,
    );
  }
  return notes;
}

import type { FlagDefinition } from '../../../model/flagDefinition';
import { daysBetween } from '../../../model/daysBetween';
import type { FlagStanding } from '../flagStanding';
import { keepInWords } from '../keepInWords';
import { lifetimeDays } from '../lifetimeDays';
import { removalOf } from '../removalOf';
import type { StaleFacts } from '../staleFacts';
import type { StaleRule, StaleSignal } from '../staleRule';

/** The day it was made: as its definition says, else the commit that brought it. */
function birthOf(definition: FlagDefinition, facts: StaleFacts): string | null {
  if (definition.created !== null) return definition.created;
  const past = facts.pastOf(definition);
  return past.kind === 'known' ? past.introduced.day : null;
}

function find(facts: StaleFacts, standing: FlagStanding): readonly StaleSignal[] {
  const signals = facts.flag.definitions.flatMap((definition): readonly StaleSignal[] => {
    const { lifetime, file, keySpan } = definition;
    const days = lifetime === null ? null : lifetimeDays(lifetime, facts.settings);
    const born = birthOf(definition, facts);
    if (lifetime === null || days === null || born === null) return [];
    const age = daysBetween(born, facts.now);
    if (age <= days) return [];
    const message = `A ${lifetime} flag is to live ${days} days; this one is ${age} days old, since ${born}: ${keepInWords(standing.keep)}.`;
    const place = { file, span: keySpan };
    return [{ severity: 'information', message, place, action: removalOf(standing) }];
  });
  return signals.slice(0, 1);
}

/** Older than flags of its type are meant to live. Source of the defaults: Unleash's flag types. */
export const lifetimeOver: StaleRule = {
  id: 'flag-lifetime-over',
  name: 'Lifetime over',
  help: 'The definition says what type of flag it is (release 40 days, experiment 40, operational 7; kill switches and permissions stay; `lifetimes` in flaglab.yaml), and it is older than that. Remove it, or give it another type or a new expiry.',
  find,
};

import type { FlagDefinition } from '../../../model/flagDefinition';
import type { KeptValue } from '../../../model/flagVerdict';
import { daysBetween } from '../../../model/daysBetween';
import { keepInWords } from '../keepInWords';
import type { FlagStanding } from '../flagStanding';
import { removalOf } from '../removalOf';
import type { FlagPlan, StaleFacts } from '../staleFacts';
import type { StaleRule, StaleSignal } from '../staleRule';

/** The value of the variant that a plan's result names; where no definition knows it, nobody can say it. */
function chosenValue(
  { variants }: FlagPlan['plan'],
  chosen: string,
  definitions: readonly FlagDefinition[],
): KeptValue {
  const called = variants.find(({ name }) => name === chosen)?.flagVariant ?? chosen;
  const found = definitions.flatMap(({ variants }) => variants).find(({ name }) => name === called);
  return found
    ? { kind: 'value', variant: called, value: found.value }
    : { kind: 'ask', reason: `the plan keeps “${called}”, which no definition here calls so` };
}

function decided(
  { file, plan }: FlagPlan,
  facts: StaleFacts,
  standing: FlagStanding,
): StaleSignal | null {
  if (plan.result === undefined) return null;
  const keep = chosenValue(plan, plan.result.variant, facts.flag.definitions);
  const launched = standing.isOneSided && standing.keep.kind === 'value' ? standing.keep : null;
  const said = `The experiment is decided for “${plan.result.variant}” (${file})`;
  const isOther =
    launched !== null &&
    keep.kind === 'value' &&
    JSON.stringify(launched.value) !== JSON.stringify(keep.value);
  if (isOther) {
    const message = `${said}, but everyone gets another value: one of the two is wrong.`;
    return { severity: 'warning', message, place: null, action: 'ask', isDoubtful: true, keep };
  }
  const message = `${said}: ${keepInWords(keep)}.`;
  const action = launched !== null && keep.kind === 'value' ? removalOf(standing) : 'ask';
  return { severity: 'warning', message, place: null, action, keep };
}

function ended({ file, plan }: FlagPlan, { now }: StaleFacts): StaleSignal | null {
  if (plan.result !== undefined || plan.endDate === undefined || plan.endDate >= now) return null;
  const days = daysBetween(plan.endDate, now);
  const message = `The experiment ended on ${plan.endDate}, ${days} days ago, and its plan records no result (${file}).`;
  return { severity: 'warning', message, place: null, action: 'ask' };
}

function find(facts: StaleFacts, standing: FlagStanding): readonly StaleSignal[] {
  return facts.plans.flatMap((plan) => decided(plan, facts, standing) ?? ended(plan, facts) ?? []);
}

/** The experiment on the flag is over: its plan's end date is past, or its result is recorded. */
export const experimentOver: StaleRule = {
  id: 'flag-experiment-over',
  name: 'Experiment over',
  help: 'The plan of the experiment on this flag says when it ends or what was decided. Give everyone the chosen variant, then take the flag out.',
  find,
};

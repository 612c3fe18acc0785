import { plainText } from '../../../syntax/plainText';
import type { Rollout, TargetingRule } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { rolloutOfShares } from '../drawnRules';
import { queryInWords } from './queryInWords';

type JsonObject = Readonly<Record<string, JsonValue>>;

function unknown(reason: string): Rollout {
  return { kind: 'unknown', reason };
}

function served(name: string, variants: ReadonlySet<string>): Rollout {
  if (variants.has(name)) return { kind: 'everyone', variant: name };
  return unknown(`a rule gives "${name}", which is not one of the variations`);
}

function share(percentage: JsonValue | undefined, otherwise: number): number {
  return typeof percentage === 'number' ? Math.min(Math.max(percentage / 100, 0), 1) : otherwise;
}

function progressive(rollout: JsonObject, variants: ReadonlySet<string>): Rollout {
  const initial = jsonObject(rollout.initial) ?? {};
  const end = jsonObject(rollout.end) ?? {};
  const texts = [initial.variation, end.variation, initial.date, end.date];
  const [from, to, startDate, endDate] = texts.filter((text) => typeof text === 'string');
  if (from === undefined || to === undefined || startDate === undefined || endDate === undefined)
    return unknown('its progressive rollout lacks a variation or a date');
  const missing = [from, to].find((name) => !variants.has(name));
  if (missing !== undefined) return served(missing, variants);
  // An end of 0, of more than 100, or none means 100 in GO Feature Flag.
  const { percentage: last } = end;
  const isGiven = typeof last === 'number' && last > 0 && last <= 100;
  return {
    kind: 'progressive',
    from,
    to,
    start: startDate,
    end: endDate,
    startShare: share(initial.percentage, 0),
    endShare: isGiven ? last / 100 : 1,
  };
}

/** What one rule gives: a progressive rollout counts before percentages, these before a variation. */
function ruleOutcome(rule: JsonObject, variants: ReadonlySet<string>): Rollout {
  const growing = jsonObject(rule.progressiveRollout);
  if (growing !== null) return progressive(growing, variants);
  const percentages = Object.entries(jsonObject(rule.percentage) ?? {});
  if (percentages.length > 0) {
    const missing = percentages.find(([name]) => !variants.has(name));
    if (missing !== undefined) return served(missing[0], variants);
    const shares = percentages.map(
      ([name, weight]) => [name, typeof weight === 'number' ? Math.max(weight, 0) : 0] as const,
    );
    return rolloutOfShares(new Map(shares)) ?? unknown('its percentages are all 0');
  }
  if (typeof rule.variation === 'string') return served(rule.variation, variants);
  return unknown('a rule gives no variation');
}

function asRules(rollout: Rollout): readonly TargetingRule[] {
  return rollout.kind === 'rules' ? rollout.rules : [{ condition: null, outcome: rollout }];
}

function first(condition: string, outcome: Rollout, others: Rollout): Rollout {
  return { kind: 'rules', rules: [{ condition, outcome }, ...asRules(others)] };
}

/** What a flag gives at one moment, its scheduled steps taken in or left out. */
function momentRollout(flag: JsonObject, variants: ReadonlySet<string>): Rollout {
  if (flag.disable === true) return { kind: 'disabled' };
  const rules: TargetingRule[] = [];
  for (const item of jsonArray(flag.targeting) ?? []) {
    const rule = jsonObject(item);
    if (rule === null || rule.disable === true) continue;
    const query = typeof rule.query === 'string' ? rule.query.trim() : '';
    const outcome = ruleOutcome(rule, variants);
    rules.push({ condition: query === '' ? null : queryInWords(query), outcome });
    if (query === '') break;
  }
  const isClosed = rules.at(-1)?.condition === null;
  const defaultRule = jsonObject(flag.defaultRule);
  const otherwise =
    defaultRule === null ? unknown('it has no default rule') : ruleOutcome(defaultRule, variants);
  const all = isClosed ? rules : [...rules, { condition: null, outcome: otherwise }];
  return all.length === 1 ? all[0]!.outcome : { kind: 'rules', rules: all };
}

function mergedPercentages(base: JsonValue | undefined, change: JsonValue | undefined) {
  const merged = { ...jsonObject(base), ...jsonObject(change) };
  // A negative percentage takes the variation out.
  const kept = Object.entries(merged).filter(
    ([, weight]) => !(typeof weight === 'number' && weight < 0),
  );
  return kept.length > 0 ? { percentage: Object.fromEntries(kept) } : {};
}

function mergedRule(base: JsonObject, change: JsonObject): JsonObject {
  const { percentage: _, ...rest } = { ...base, ...change };
  return { ...rest, ...mergedPercentages(base.percentage, change.percentage) };
}

/** Rules of a step change those of the flag that have their name; the others come behind them. */
function mergedRules(flag: JsonObject, step: JsonObject): readonly JsonValue[] {
  const rules = [...(jsonArray(flag.targeting) ?? [])];
  for (const item of jsonArray(step.targeting) ?? []) {
    const change = jsonObject(item);
    if (change === null) continue;
    const index = rules.findIndex(
      (rule) => typeof change.name === 'string' && jsonObject(rule)?.name === change.name,
    );
    if (index < 0) rules.push(item);
    else rules[index] = mergedRule(jsonObject(rules[index]) ?? {}, change);
  }
  return rules;
}

/** The flag once a step counts. As in GO Feature Flag the rules are those of the flag itself with this step's changes. */
function afterStep(flag: JsonObject, before: JsonObject, step: JsonObject): JsonObject {
  const rule = jsonObject(step.defaultRule);
  return {
    ...before,
    targeting: mergedRules(flag, step),
    ...(typeof step.disable === 'boolean' && { disable: step.disable }),
    ...(rule !== null && { defaultRule: mergedRule(jsonObject(before.defaultRule) ?? {}, rule) }),
    variations: { ...jsonObject(before.variations), ...jsonObject(step.variations) },
    experimentation: {
      ...jsonObject(before.experimentation),
      ...jsonObject(step.experimentation),
    },
  };
}

function withinExperiment(flag: JsonObject): Rollout {
  const variants = new Set(Object.keys(jsonObject(flag.variations) ?? {}));
  const rollout = momentRollout(flag, variants);
  const { start, end } = jsonObject(flag.experimentation) ?? {};
  const outside = [
    typeof start === 'string' && `before ${start}`,
    typeof end === 'string' && `after ${end}`,
  ].filter((text) => text !== false);
  if (outside.length === 0 || rollout.kind === 'disabled') return rollout;
  return first(`it is ${outside.join(' or ')}`, { kind: 'code-default' }, rollout);
}

/** More steps than anyone plans. */
const mostSteps = 50;

/**
 * Who gets what by a flag of GO Feature Flag: rules in order, percentages, progressive and scheduled rollouts, experiments.
 * Changes over time are told as conditions on the time. Source: gofeatureflag.org; modules/core/flag.
 */
export function goffRollout(flag: JsonObject): Rollout {
  const steps = (jsonArray(flag.scheduledRollout) ?? [])
    .map((step) => jsonObject(step))
    .filter((step) => step !== null && typeof step.date === 'string');
  if (steps.length > mostSteps) return unknown(`it has more than ${mostSteps} scheduled steps`);
  let state = flag;
  const phases: { readonly until: string; readonly rollout: Rollout }[] = [];
  for (const step of steps) {
    phases.push({ until: plainText(step!.date), rollout: withinExperiment(state) });
    state = afterStep(flag, state, step!);
  }
  return phases.reduceRight<Rollout>(
    (later, { until, rollout }) =>
      JSON.stringify(later) === JSON.stringify(rollout)
        ? later
        : first(`it is before ${until}`, rollout, later),
    withinExperiment(state),
  );
}

import { plainText } from '../../../syntax/plainText';
import type { FlagVariant, Rollout, TargetingRule } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { rolloutOfDrawnRules, type DrawnRule } from '../drawnRules';
import { isOneOf } from '../valueList';
import { filterRules, offName, onName, type FilterRules } from './filterRules';
import { insensitive, type JsonObject } from './insensitive';

/** A feature flag, in whichever of the two schemas it is written. */
export interface MicrosoftFlag {
  readonly id: string;
  readonly enabled: boolean;
  readonly filters: readonly JsonObject[];
  /** Every filter has to let people in, not just one. */
  readonly needsAll: boolean;
  readonly variants: readonly FlagVariant[];
  readonly allocation: JsonObject;
}

const on: Rollout = { kind: 'everyone', variant: onName };
const off: Rollout = { kind: 'everyone', variant: offName };

function isUnconditional(rules: FilterRules): boolean {
  return rules.every(({ condition }) => condition === null);
}

function isOnlyConditions(rules: FilterRules): boolean {
  return rules.every(
    ({ parts }) => parts.length === 1 && parts[0]?.from === 0 && parts[0].to === 1,
  );
}

/** One filter lets people in, any of them. Those a filter excludes the next one may still let in. */
function anyOf(filters: readonly FilterRules[]): Rollout {
  const isExcluding = (rules: FilterRules) =>
    rules.some(({ parts }) => parts[0]?.variant === offName);
  if (filters.length > 1 && filters.some(isExcluding))
    return { kind: 'unknown', reason: 'whom one of its filters excludes another one may let in' };
  return rolloutOfDrawnRules(filters.flat(), off);
}

/** Every filter has to let people in: conditions of all others stand beside the rules of the one that draws people. */
function allOf(filters: readonly FilterRules[]): Rollout {
  if (filters.some((rules) => rules.length === 0)) return off;
  const drawing = filters.filter((rules) => !isOnlyConditions(rules) || rules.length > 1);
  const single = filters.filter((rules) => isOnlyConditions(rules) && rules.length === 1);
  const [main, ...others] = drawing;
  if (others.length > 0)
    return {
      kind: 'unknown',
      reason: 'several of its filters draw people, and all must let them in',
    };
  const conditions = single.flatMap(([first]) => first?.condition ?? []);
  const joined = (condition: string | null) =>
    [...conditions, ...(condition === null ? [] : [condition])].join(' and ') || null;
  const rules: FilterRules = main ?? [
    { condition: null, draw: 'all', parts: [{ from: 0, to: 1, variant: onName }] },
  ];
  return rolloutOfDrawnRules(
    rules.map((rule) => ({ ...rule, condition: joined(rule.condition) })),
    off,
  );
}

function enabledRollout(flag: MicrosoftFlag): Rollout {
  if (!flag.enabled) return off;
  if (flag.filters.length === 0) return on;
  const filters = flag.filters.map((filter, index) => filterRules(flag.id, index, filter));
  const [only] = filters;
  if (filters.length === 1 && only !== undefined && isUnconditional(only))
    return rolloutOfDrawnRules(only, off);
  return flag.needsAll ? allOf(filters) : anyOf(filters);
}

function variantNamed(name: JsonValue | undefined, flag: MicrosoftFlag): Rollout {
  if (name === undefined || name === null) return { kind: 'code-default' };
  if (flag.variants.some((variant) => variant.name === name))
    return { kind: 'everyone', variant: plainText(name) };
  return {
    kind: 'unknown',
    reason: `it gives "${plainText(name)}", which is not one of its variants`,
  };
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return (jsonArray(value) ?? []).map((item) => jsonObject(item)).filter((item) => item !== null);
}

/** Who gets which variant where the flag is on: users, then groups, then shares of all. */
function allocated(flag: MicrosoftFlag): Rollout {
  const { allocation } = flag;
  const seed = insensitive(allocation, 'seed');
  const draw = JSON.stringify(['allocation', seed ?? flag.id]);
  const whole = (condition: string, variant: JsonValue | undefined): DrawnRule => ({
    condition,
    draw,
    parts: [{ from: 0, to: 1, variant: plainText(variant) }],
  });
  const users = objectsIn(insensitive(allocation, 'user')).map((entry) =>
    whole(
      `user ${isOneOf(jsonArray(insensitive(entry, 'users')) ?? [])}`,
      insensitive(entry, 'variant'),
    ),
  );
  const groups = objectsIn(insensitive(allocation, 'group')).map((entry) => {
    const names = jsonArray(insensitive(entry, 'groups')) ?? [];
    const words = names.map((name) => JSON.stringify(name)).join(' or ');
    return whole(`in group ${words}`, insensitive(entry, 'variant'));
  });
  const parts = objectsIn(insensitive(allocation, 'percentile')).map((entry) => {
    const bound = (name: string) => Number(insensitive(entry, name) ?? 0) / 100;
    return {
      from: bound('from'),
      to: bound('to'),
      variant: plainText(insensitive(entry, 'variant')),
    };
  });
  const rules = [
    ...users,
    ...groups,
    ...(parts.length > 0 ? [{ condition: null, draw, parts }] : []),
  ];
  const names = rules.flatMap((rule) => rule.parts.map(({ variant }) => variant));
  const missing = names.find((name) => variantNamed(name, flag).kind === 'unknown');
  if (missing !== undefined) return variantNamed(missing, flag);
  return rolloutOfDrawnRules(
    rules,
    variantNamed(insensitive(allocation, 'default_when_enabled'), flag),
  );
}

/** Puts what the variants give in the place of on and off. */
function withVariants(rollout: Rollout, whenOn: Rollout, whenOff: Rollout): Rollout {
  if (rollout.kind === 'everyone') return rollout.variant === onName ? whenOn : whenOff;
  if (rollout.kind !== 'rules')
    return {
      kind: 'unknown',
      reason: 'a share of people is let in, and variants are given to these',
    };
  const rules: readonly TargetingRule[] = rollout.rules.map((rule) => ({
    ...rule,
    outcome: withVariants(rule.outcome, whenOn, whenOff),
  }));
  const unknown = rules.find(({ outcome }) => outcome.kind === 'unknown');
  return unknown?.outcome ?? { kind: 'rules', rules };
}

/**
 * Who gets what by a flag of Microsoft's feature management: filters (one of them, or all), and variants by user, group and
 * percentile. Source: microsoft/FeatureManagement, Schema and the libraries' evaluation.
 */
export function microsoftRollout(flag: MicrosoftFlag): Rollout {
  const rollout = enabledRollout(flag);
  if (flag.variants.length === 0) return rollout;
  const whenOff = variantNamed(insensitive(flag.allocation, 'default_when_disabled'), flag);
  return withVariants(rollout, allocated(flag), whenOff);
}

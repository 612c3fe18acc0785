import type { FlagVariant, Rollout, TargetingRule } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { rolloutOfShares } from '../drawnRules';
import { isOneOf } from '../valueList';
import { clauseInWords } from './clauseInWords';

type JsonObject = Readonly<Record<string, JsonValue>>;

/** Weights are thousandths of a percent. */
const fullWeight = 100_000;

function unknown(reason: string): Rollout {
  return { kind: 'unknown', reason };
}

function served(index: JsonValue | undefined, variants: readonly FlagVariant[]): Rollout {
  const variant = typeof index === 'number' ? variants[index] : undefined;
  if (variant !== undefined) return { kind: 'everyone', variant: variant.name };
  return unknown(`it gives variation ${JSON.stringify(index ?? null)}, which there is not`);
}

/** People beyond the last weight get the last variation; weights beyond 100 % reach nobody. */
function weighted(list: readonly JsonValue[], variants: readonly FlagVariant[]): Rollout {
  const shares = new Map<string, number>();
  let left = fullWeight;
  for (const [index, item] of list.entries()) {
    const { variation, weight } = jsonObject(item) ?? {};
    const outcome = served(variation, variants);
    if (outcome.kind !== 'everyone') return outcome;
    const own = typeof weight === 'number' ? Math.max(weight, 0) : 0;
    const taken = index === list.length - 1 ? left : Math.min(own, left);
    left -= taken;
    shares.set(outcome.variant, (shares.get(outcome.variant) ?? 0) + taken / fullWeight);
  }
  return rolloutOfShares(shares) ?? unknown('its rollout has no variations');
}

/** One variation, or a rollout of several. */
function given(holder: JsonObject, variants: readonly FlagVariant[]): Rollout {
  if (holder.variation !== undefined && holder.variation !== null)
    return served(holder.variation, variants);
  const list = jsonArray(jsonObject(holder.rollout)?.variations);
  return list === null ? unknown('a rule gives no variation') : weighted(list, variants);
}

function offRollout({ offVariation }: JsonObject, variants: readonly FlagVariant[]): Rollout {
  return offVariation === undefined || offVariation === null
    ? { kind: 'code-default' }
    : served(offVariation, variants);
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return (jsonArray(value) ?? []).map((item) => jsonObject(item)).filter((item) => item !== null);
}

function targetRules(flag: JsonObject, variants: readonly FlagVariant[]): readonly TargetingRule[] {
  const users = objectsIn(flag.targets);
  const contexts = objectsIn(flag.contextTargets);
  // A user's target stands among the others' with its place, and its keys in the list of users.
  const ordered = contexts.length > 0 ? contexts : users;
  return ordered.flatMap((target) => {
    const kind = typeof target.contextKind === 'string' ? target.contextKind : 'user';
    const own = jsonArray(target.values) ?? [];
    const listed =
      kind === 'user' && own.length === 0
        ? users.find(({ variation }) => variation === target.variation)?.values
        : target.values;
    const values = jsonArray(listed) ?? [];
    if (values.length === 0) return [];
    return [
      { condition: `${kind} key ${isOneOf(values)}`, outcome: served(target.variation, variants) },
    ];
  });
}

function unmetRules(
  flag: JsonObject,
  variants: readonly FlagVariant[],
  variantOf: (key: string, index: number) => string | null,
): readonly TargetingRule[] {
  return objectsIn(flag.prerequisites).flatMap(({ key, variation }) => {
    if (typeof key !== 'string' || typeof variation !== 'number') return [];
    const name = variantOf(key, variation);
    const wanted = name === null ? `variation ${variation}` : JSON.stringify(name);
    const condition = `flag ${JSON.stringify(key)} is off or does not give ${wanted}`;
    return [{ condition, outcome: offRollout(flag, variants) }];
  });
}

/** More rules than these in one flag nobody reads. */
const mostRules = 200;

/**
 * Who gets what by a LaunchDarkly flag: off, prerequisites, targets, rules in order, then the rest.
 * `variantOf` names another flag's variation. Source: launchdarkly/js-core, packages/shared/sdk-server/src/evaluation.
 */
export function launchdarklyRollout(
  flag: JsonObject,
  variants: readonly FlagVariant[],
  variantOf: (key: string, index: number) => string | null,
): Rollout {
  if (flag.on !== true) return offRollout(flag, variants);
  const rules = objectsIn(flag.rules).map((rule) => ({
    condition: (jsonArray(rule.clauses) ?? []).map(clauseInWords).join(' and ') || null,
    outcome: given(rule, variants),
  }));
  if (rules.length > mostRules) return unknown(`it has more than ${mostRules} rules`);
  const all = [...unmetRules(flag, variants, variantOf), ...targetRules(flag, variants), ...rules];
  const fallthrough = jsonObject(flag.fallthrough);
  const rest =
    fallthrough === null
      ? unknown('it has no "fallthrough" for those whom no rule matches')
      : given(fallthrough, variants);
  const closing = all.findIndex(({ condition }) => condition === null);
  const reached =
    closing < 0 ? [...all, { condition: null, outcome: rest }] : all.slice(0, closing + 1);
  return reached.length === 1 ? reached[0]!.outcome : { kind: 'rules', rules: reached };
}

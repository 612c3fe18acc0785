import type { FlagVariant, Rollout, TargetingRule } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { formatPercent } from '../../../report/formatNumber';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { rolloutOfDrawnRules, type DrawnPart, type DrawnRule } from '../drawnRules';
import { mongoInWords } from './mongoInWords';

type JsonObject = Readonly<Record<string, JsonValue>>;

function numberIn(value: JsonValue | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function clamped(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}

function rangeOf(value: JsonValue | undefined): readonly [number, number] | null {
  const [from, to] = (jsonArray(value) ?? []).map(numberIn);
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return [clamped(from), clamped(Math.max(to, from))];
}

/** Shares of the variations; equal ones where they are missing, of another number, or do not add up to about 1. */
function weightsOf(rule: JsonObject, count: number): readonly number[] {
  const equal = Array.from({ length: count }, () => 1 / count);
  const weights = (jsonArray(rule.weights) ?? []).map(numberIn);
  if (weights.length !== count || !weights.every((weight) => weight !== null)) return equal;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total < 0.99 || total > 1.01 ? equal : weights;
}

function experimentRanges(rule: JsonObject, count: number): readonly (readonly [number, number])[] {
  const ranges = jsonArray(rule.ranges)?.map(rangeOf);
  if (ranges?.every((range) => range !== null)) return ranges;
  const coverage = clamped(numberIn(rule.coverage) ?? 1);
  let start = 0;
  return weightsOf(rule, count).map((weight) => {
    const from = start;
    start += weight;
    // The last range of three thirds ends at 1, whatever the sum of three rounded numbers is.
    const to = Math.abs(start - 1) < 1e-9 && coverage === 1 ? 1 : from + coverage * weight;
    return [clamped(from), clamped(to)] as const;
  });
}

/** Values of a rule's variations; null for a rule that forces one value. */
export function variationsOf(rule: JsonObject): readonly JsonValue[] | null {
  return jsonArray(rule.variations) ?? jsonArray(rule.contextualVariations);
}

type NameOf = (value: JsonValue) => string;

function partsOf(rule: JsonObject, nameOf: NameOf): readonly DrawnPart[] | null {
  if (rule.force !== undefined) {
    const [from, to] = rangeOf(rule.range) ?? [0, clamped(numberIn(rule.coverage) ?? 1)];
    return [{ from, to, variant: nameOf(rule.force) }];
  }
  const variations = variationsOf(rule);
  if (variations === null || variations.length < 2) return null;
  const meta = jsonArray(rule.meta) ?? [];
  return experimentRanges(rule, variations.length).flatMap(([from, to], index) => {
    const value = variations[index];
    const passesOn = jsonObject(meta[index])?.passthrough === true;
    return value === undefined || passesOn ? [] : [{ from, to, variant: nameOf(value) }];
  });
}

/** Other experiments' people are kept out by a namespace or by filters: whether someone is in is drawn, too. */
function apartInWords(rule: JsonObject): readonly string[] {
  const filters = jsonArray(rule.filters);
  if (filters !== null && filters.length > 0) return ['its filters let them in'];
  const [name, from, to] = jsonArray(rule.namespace) ?? [];
  if (typeof name !== 'string' || typeof from !== 'number' || typeof to !== 'number') return [];
  return [`in ${formatPercent(from)} to ${formatPercent(to)} of namespace ${JSON.stringify(name)}`];
}

function parentInWords(parent: JsonObject): string {
  const words = mongoInWords(parent.condition) ?? 'value is set';
  return words.replace(/\bvalue\b/g, `flag ${JSON.stringify(parent.id ?? '')}`);
}

/** The prerequisites of a rule: those that gate the flag, and those that only gate the rule. */
export function parentsOf(rule: JsonObject): readonly JsonObject[] {
  return (jsonArray(rule.parentConditions) ?? [])
    .map((parent) => jsonObject(parent))
    .filter((parent) => parent !== null);
}

function drawOf(rule: JsonObject, key: string): Pick<DrawnRule, 'draw' | 'isWeak'> {
  const version = rule.hashVersion === 2 ? 2 : 1;
  const ownSeed = rule.force === undefined ? (rule.seed ?? rule.key) : rule.seed;
  const seed = typeof ownSeed === 'string' && ownSeed !== '' ? ownSeed : key;
  const attribute = typeof rule.hashAttribute === 'string' ? rule.hashAttribute : 'id';
  return { draw: JSON.stringify([version, seed, attribute]), isWeak: version === 1 };
}

function drawnRule(rule: JsonObject, key: string, nameOf: NameOf): DrawnRule | null {
  const parts = partsOf(rule, nameOf);
  if (parts === null) return null;
  const own = mongoInWords(rule.condition);
  const conditions = [
    ...(own === null ? [] : [own]),
    ...parentsOf(rule)
      .filter(({ gate }) => gate !== true)
      .map(parentInWords),
    ...apartInWords(rule),
  ];
  const condition = conditions.length > 0 ? conditions.join(' and ') : null;
  return { condition, parts, ...drawOf(rule, key) };
}

/** Prerequisites that gate the whole flag: where one fails, the flag has no value. */
function gates(rules: readonly JsonObject[]): readonly TargetingRule[] {
  const words = rules
    .flatMap(parentsOf)
    .filter(({ gate }) => gate === true)
    .map((parent) => `not (${parentInWords(parent)})`);
  return [...new Set(words)].map((condition) => ({
    condition,
    outcome: { kind: 'code-default' },
  }));
}

/**
 * Who gets what by a feature of GrowthBook. Rules count in order; whoever is not in a rule's coverage goes on to the next.
 * Source: docs.growthbook.io, SDK build guide; growthbook/growthbook packages/sdk-js.
 */
export function growthbookRollout(
  key: string,
  feature: JsonObject,
  variants: readonly FlagVariant[],
): Rollout {
  const names = new Map(variants.map(({ name, value }) => [JSON.stringify(value), name]));
  const nameOf: NameOf = (value) => names.get(JSON.stringify(value)) ?? '';
  const rules = (jsonArray(feature.rules) ?? [])
    .map((rule) => jsonObject(rule))
    .filter((rule) => rule !== null);
  const otherwise: Rollout =
    feature.defaultValue === undefined || feature.defaultValue === null
      ? { kind: 'code-default' }
      : { kind: 'everyone', variant: nameOf(feature.defaultValue) };
  const drawn = rules.map((rule) => drawnRule(rule, key, nameOf)).filter((rule) => rule !== null);
  const rollout = rolloutOfDrawnRules(drawn, otherwise);
  const gated = gates(rules);
  if (gated.length === 0) return rollout;
  const rest: readonly TargetingRule[] =
    rollout.kind === 'rules' ? rollout.rules : [{ condition: null, outcome: rollout }];
  return { kind: 'rules', rules: [...gated, ...rest] };
}

import { plainText } from '../../../syntax/plainText';
import type { FlagVariant, Rollout, TargetingRule } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { rolloutOfDrawnRules, type DrawnPart, type DrawnRule } from '../drawnRules';
import { isOneOf, valueList } from '../valueList';
import { constraintInWords } from './constraintInWords';

type JsonObject = Readonly<Record<string, JsonValue>>;

/** A flag in one environment, whichever kind of file it comes from. */
export interface UnleashFlag {
  readonly name: string;
  /** Null where the file does not say. */
  readonly enabled: boolean | null;
  readonly strategies: readonly JsonObject[];
  readonly variants: readonly JsonObject[];
  /** `{ feature, enabled, variants }`: the flags it depends on. */
  readonly dependencies: readonly JsonObject[];
  /** Names of segments by their id. */
  readonly segments: ReadonlyMap<number, string>;
}

/** What `isEnabled` is false as. */
export const offVariant: FlagVariant = { name: 'off', value: false };

const off: Rollout = { kind: 'everyone', variant: offVariant.name };

function payloadOf({ name, payload }: JsonObject): JsonValue {
  const value = jsonObject(payload)?.value;
  return value === undefined ? (name ?? null) : value;
}

function namedVariants(list: readonly JsonObject[]): readonly FlagVariant[] {
  return list.flatMap((variant) =>
    typeof variant.name === 'string' ? [{ name: variant.name, value: payloadOf(variant) }] : [],
  );
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return (jsonArray(value) ?? []).map((item) => jsonObject(item)).filter((item) => item !== null);
}

/** `on` and `off`; where the flag has variants, these stand for `on`. */
export function unleashVariants({ strategies, variants }: UnleashFlag): readonly FlagVariant[] {
  const all = [...strategies.flatMap((strategy) => objectsIn(strategy.variants)), ...variants];
  const byName = new Map(namedVariants(all).map((variant) => [variant.name, variant]));
  const isOnUsed =
    byName.size === 0 ||
    (variants.length === 0 && strategies.some(({ variants: own }) => !objectsIn(own).length));
  const on = isOnUsed ? [{ name: 'on', value: true }] : [];
  return [...on, ...byName.values(), offVariant];
}

/** The variants that those get for whom a strategy is on, each with its share of them. */
function served(strategy: JsonObject, flag: UnleashFlag): readonly (readonly [string, number])[] {
  const own = objectsIn(strategy.variants);
  const list = own.length > 0 ? own : flag.variants;
  const weights = list.map(({ name, weight }) => {
    const number = typeof weight === 'number' ? Math.max(weight, 0) : 0;
    return [plainText(name), number] as const;
  });
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return [['on', 1]];
  return weights.filter(([, weight]) => weight > 0).map(([name, weight]) => [name, weight / total]);
}

function partsUpTo(share: number, strategy: JsonObject, flag: UnleashFlag): readonly DrawnPart[] {
  let from = 0;
  return served(strategy, flag).map(([variant, part]) => {
    const to = Math.min(from + part * share, share);
    const taken = { from, to, variant };
    from = to;
    return taken;
  });
}

/** Percentages are compared with whole numbers from 1 to 100: 10.5 lets as many through as 10. */
function shareOf(value: JsonValue | undefined): number {
  const percent = Math.floor(Number(value ?? 0));
  return Number.isFinite(percent) ? Math.min(Math.max(percent, 0), 100) / 100 : 0;
}

/** The same id and group give the same number; `random` gives another one each time. */
function drawOf(stickiness: string, group: JsonValue | undefined, index: number): string {
  const id = stickiness === 'default' ? 'userId' : stickiness;
  return JSON.stringify(id === 'random' ? ['random', index] : [id, group ?? '']);
}

function listed(text: JsonValue | undefined): readonly string[] {
  const parts = typeof text === 'string' ? text.split(',') : [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

interface Gate {
  readonly condition: string | null;
  readonly share: number;
  readonly draw: string;
}

/** What a strategy asks for, besides its constraints. Source: unleash-client, lib/strategy. */
function gateOf({ name, parameters }: JsonObject, flag: UnleashFlag, index: number): Gate {
  const given = jsonObject(parameters) ?? {};
  const all: Gate = { condition: null, share: 1, draw: `all ${index}` };
  const group = given.groupId === '' ? flag.name : (given.groupId ?? flag.name);
  switch (name) {
    case 'default':
      return all;
    case 'flexibleRollout': {
      const stickiness = typeof given.stickiness === 'string' ? given.stickiness : 'default';
      const draw = drawOf(stickiness === '' ? 'default' : stickiness, group, index);
      return { condition: null, share: shareOf(given.rollout), draw };
    }
    case 'gradualRolloutUserId':
      return { ...all, share: shareOf(given.percentage), draw: drawOf('userId', given.groupId, 0) };
    case 'gradualRolloutSessionId': {
      const draw = drawOf('sessionId', given.groupId, 0);
      return { ...all, share: shareOf(given.percentage), draw };
    }
    case 'gradualRolloutRandom':
      return { ...all, share: shareOf(given.percentage), draw: drawOf('random', '', index) };
    case 'userWithId':
      return { ...all, condition: `userId ${isOneOf(listed(given.userIds))}` };
    case 'remoteAddress':
      return { ...all, condition: `the address is in ${valueList(listed(given.IPs))}` };
    case 'applicationHostname':
      return { ...all, condition: `the host ${isOneOf(listed(given.hostNames))}` };
    default:
      return { ...all, condition: `the strategy ${JSON.stringify(name ?? '')} says so` };
  }
}

function conditionsOf(strategy: JsonObject, { segments }: UnleashFlag): readonly string[] {
  const inSegments = (jsonArray(strategy.segments) ?? []).map((id) => {
    const name = typeof id === 'number' ? segments.get(id) : undefined;
    return `in segment ${name === undefined ? plainText(id) : JSON.stringify(name)}`;
  });
  return [...(jsonArray(strategy.constraints) ?? []).map(constraintInWords), ...inSegments];
}

function drawnRule(strategy: JsonObject, flag: UnleashFlag, index: number): DrawnRule {
  const gate = gateOf(strategy, flag, index);
  const conditions = [
    ...conditionsOf(strategy, flag),
    ...(gate.condition === null ? [] : [gate.condition]),
  ];
  return {
    condition: conditions.length > 0 ? conditions.join(' and ') : null,
    draw: gate.draw,
    parts: partsUpTo(gate.share, strategy, flag),
  };
}

/** Where a flag it depends on is not as it has to be, a flag is off. */
function unmetInWords({ feature, enabled, variants }: JsonObject): string {
  const parent = `flag ${JSON.stringify(feature ?? '')}`;
  if (enabled === false) return `${parent} is on`;
  const names = jsonArray(variants) ?? [];
  return names.length > 0 ? `${parent} does not give ${valueList(names)}` : `${parent} is off`;
}

function strategiesRollout(flag: UnleashFlag): Rollout {
  const active = flag.strategies.filter(({ disabled }) => disabled !== true);
  // Without any strategy a flag is on for all; so it is where every one of them is switched off.
  const strategies: readonly JsonObject[] = active.length > 0 ? active : [{ name: 'default' }];
  const rules = strategies.map((strategy, index) => drawnRule(strategy, flag, index));
  return rolloutOfDrawnRules(rules, off);
}

function isOverridden({ overrides }: JsonObject): boolean {
  return objectsIn(overrides).some(({ values }) => (jsonArray(values) ?? []).length > 0);
}

/**
 * Who gets what by a flag of Unleash: off unless it is enabled and one of its strategies lets people through; whom one passes
 * over the next one is asked. Source: unleash-client, lib/client and lib/variant.
 */
export function unleashRollout(flag: UnleashFlag): Rollout {
  if (flag.enabled === null)
    return { kind: 'unknown', reason: 'the file does not say in which environment it is on' };
  if (!flag.enabled) return off;
  if (flag.variants.some(isOverridden))
    return { kind: 'unknown', reason: 'its variants are overridden for some people' };
  const rollout = strategiesRollout(flag);
  const unmet: readonly TargetingRule[] = flag.dependencies.map((dependency) => ({
    condition: unmetInWords(dependency),
    outcome: off,
  }));
  if (unmet.length === 0) return rollout;
  const rest: readonly TargetingRule[] =
    rollout.kind === 'rules' ? rollout.rules : [{ condition: null, outcome: rollout }];
  return { kind: 'rules', rules: [...unmet, ...rest] };
}

import type { Rollout, TargetingRule, VariantShare } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { conditionInWords } from './conditionInWords';

/** What the targeting of one flag is read against. */
export interface TargetingContext {
  readonly variants: readonly string[];
  readonly defaultVariant: string | null;
  /** The file's `$evaluators`, by name. */
  readonly evaluators: Readonly<Record<string, JsonValue>>;
}

/** Deeper nesting of rules than anyone writes by hand; evaluators that name each other would never end. */
const deepestRules = 20;

function unknown(reason: string): Rollout {
  return { kind: 'unknown', reason };
}

/** What a flag without targeting gives: its default variant, or the default of the code. */
export function defaultRollout({ variants, defaultVariant }: TargetingContext): Rollout {
  if (defaultVariant === null) return { kind: 'code-default' };
  if (!variants.includes(defaultVariant))
    return unknown(`the default variant "${defaultVariant}" is not one of the variants`);
  return { kind: 'everyone', variant: defaultVariant };
}

function readVariant(name: string, context: TargetingContext): Rollout {
  if (context.variants.includes(name)) return { kind: 'everyone', variant: name };
  return unknown(`the targeting gives "${name}", which is not one of the variants`);
}

function readIf(operands: readonly JsonValue[], context: TargetingContext, depth: number): Rollout {
  const rules: TargetingRule[] = [];
  for (let i = 0; i + 1 < operands.length; i += 2) {
    rules.push({
      condition: conditionInWords(resolveReference(operands[i] ?? null, context)),
      outcome: readOutcome(operands[i + 1] ?? null, context, depth + 1),
    });
  }
  const hasElse = operands.length % 2 === 1;
  const otherwise = hasElse
    ? readOutcome(operands.at(-1) ?? null, context, depth + 1)
    : defaultRollout(context);
  if (rules.length === 0) return otherwise;
  // An else that is itself an if-chain reads as further rules.
  const rest =
    otherwise.kind === 'rules' ? otherwise.rules : [{ condition: null, outcome: otherwise }];
  return { kind: 'rules', rules: [...rules, ...rest] };
}

interface Bucket {
  readonly variant: string | null;
  readonly weight: number;
}

/** `["on", 10]`, `["on"]` (weight 1); null for anything whose weight or variant is computed. */
function readBucket(item: JsonValue): Bucket | null {
  if (!Array.isArray(item)) return null;
  const [variant, weight = 1] = item as readonly JsonValue[];
  if (typeof variant !== 'string' && typeof variant !== 'boolean' && variant !== null) return null;
  if (typeof weight !== 'number' || !Number.isFinite(weight)) return null;
  return { variant: variant === null ? null : String(variant), weight: Math.max(0, weight) };
}

function sharesOf(
  buckets: readonly Bucket[],
  context: TargetingContext,
): readonly VariantShare[] | null {
  const total = buckets.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  for (const { variant, weight } of buckets) {
    const name = variant ?? context.defaultVariant;
    if (name === null || !context.variants.includes(name)) return null;
    weights.set(name, (weights.get(name) ?? 0) + weight);
  }
  return [...weights].map(([variant, weight]) => ({ variant, share: weight / total }));
}

function readFractional(operands: readonly JsonValue[], context: TargetingContext): Rollout {
  const items = Array.isArray(operands[0]) ? operands : operands.slice(1);
  const buckets = items.map(readBucket);
  if (buckets.length === 0 || !buckets.every((bucket) => bucket !== null)) {
    return unknown('the shares of "fractional" are computed, not written');
  }
  // flagd: a total weight of 0 selects nothing, and the default variant is used.
  if (buckets.every(({ weight }) => weight === 0)) return defaultRollout(context);
  const shares = sharesOf(buckets, context);
  if (shares === null)
    return unknown('"fractional" names a variant that is not one of the variants');
  const served = shares.filter(({ share }) => share > 0);
  const [only] = served;
  if (served.length === 1 && only !== undefined) return { kind: 'everyone', variant: only.variant };
  return { kind: 'split', shares };
}

/** `{"$ref": "name"}` stands for the evaluator of that name. */
function resolveReference(logic: JsonValue, { evaluators }: TargetingContext): JsonValue {
  const name =
    typeof logic === 'object' && logic !== null && !Array.isArray(logic)
      ? (logic as { $ref?: JsonValue }).$ref
      : undefined;
  if (typeof name !== 'string' || !Object.hasOwn(evaluators, name)) return logic;
  return evaluators[name] ?? null;
}

function readOutcome(unresolved: JsonValue, context: TargetingContext, depth: number): Rollout {
  if (depth > deepestRules)
    return unknown('its rules are nested too deeply or refer to each other');
  const logic = resolveReference(unresolved, context);
  if (logic === null) return defaultRollout(context);
  if (typeof logic === 'string' || typeof logic === 'boolean')
    return readVariant(String(logic), context);
  if (typeof logic !== 'object' || Array.isArray(logic))
    return unknown('the targeting gives no variant');
  const [entry, ...others] = Object.entries(logic);
  if (entry === undefined) return defaultRollout(context);
  if (others.length > 0) return unknown('a rule has more than one operator');
  const [operator, argument] = entry;
  if (operator === '$ref') return resolvedAgain(logic, context, depth);
  const operands: readonly JsonValue[] = Array.isArray(argument)
    ? (argument as readonly JsonValue[])
    : [argument];
  if (operator === 'if' || operator === '?:') return readIf(operands, context, depth);
  if (operator === 'fractional') return readFractional(operands, context);
  if (context.variants.includes('true') && context.variants.includes('false')) {
    return readCondition(logic, operator, context);
  }
  return unknown(`Flaglab does not know which variant "${operator}" gives`);
}

/** An evaluator may itself be a reference. */
function resolvedAgain(logic: JsonValue, context: TargetingContext, depth: number): Rollout {
  const name = (logic as { $ref?: JsonValue }).$ref;
  const again = resolveReference(logic, context);
  if (again === logic)
    return unknown(`the evaluator ${JSON.stringify(name ?? null)} is not defined in this file`);
  return readOutcome(again, context, depth + 1);
}

const conditions = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  '!',
  '!!',
  'starts_with',
  'ends_with',
  'sem_ver',
]);

/** A bare condition gives `true` or `false`, which may be the names of variants. */
function readCondition(logic: JsonValue, operator: string, context: TargetingContext): Rollout {
  if (!conditions.has(operator))
    return unknown(`Flaglab does not know which variant "${operator}" gives`);
  const rules: readonly TargetingRule[] = [
    { condition: conditionInWords(logic), outcome: readVariant('true', context) },
    { condition: null, outcome: readVariant('false', context) },
  ];
  return { kind: 'rules', rules };
}

/**
 * Who gets which variant by a flagd targeting rule (JsonLogic). What cannot be read is `unknown` with a reason.
 * Source: flagd.dev, flag definitions; schema/v0/targeting.json.
 */
export function readTargeting(targeting: JsonValue, context: TargetingContext): Rollout {
  return readOutcome(targeting, context, 0);
}

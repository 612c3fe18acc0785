import type { Rollout, TargetingRule, VariantShare } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';
import { ruleOf, targetingWords } from './targetingWords';

/** What a flag offers to its targeting. */
export interface TargetingContext {
  readonly variants: ReadonlySet<string>;
  /** What is served where targeting returns nothing. */
  readonly fallback: Rollout;
  /** `$evaluators`: shared rules, by name. */
  readonly evaluators: Readonly<Record<string, JsonValue>>;
}

/** A fault in a targeting rule. */
export interface TargetingProblem {
  readonly code: string;
  readonly message: string;
}

export interface TargetingReading {
  readonly rollout: Rollout;
  readonly problems: readonly TargetingProblem[];
}

/** Weights sum to at most this. Source: flagd targeting schema. */
const largestWeightSum = 2_147_483_647;
const deepest = 50;

const booleanOperators: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '>',
  '>=',
  '<',
  '<=',
  '!',
  '!!',
  'in',
  'starts_with',
  'ends_with',
  'sem_ver',
  'all',
  'some',
  'none',
]);

function unknown(reason: string): Rollout {
  return { kind: 'unknown', reason };
}

/** Reads the JsonLogic of one flag. */
class TargetingReader {
  readonly problems: TargetingProblem[] = [];

  constructor(private readonly context: TargetingContext) {}

  rollout(value: JsonValue, depth = 0): Rollout {
    if (depth > deepest) return unknown('its rules refer to each other without end');
    if (value === null) return this.context.fallback;
    if (typeof value === 'string' || typeof value === 'boolean') return this.variant(String(value));
    const rule = ruleOf(value);
    if (!rule) return unknown('its targeting is no rule of JsonLogic');
    const { operator, operands } = rule;
    switch (operator) {
      case '$ref':
        return this.reference(operands[0] ?? null, depth);
      case 'if':
      case '?:':
        return this.conditions(operands, depth);
      case 'fractional':
        return this.fractional(operands);
      default:
        return booleanOperators.has(operator)
          ? this.truth(value)
          : unknown(`its targeting uses "${operator}", whose result is known only while it runs`);
    }
  }

  private variant(name: string): Rollout {
    if (this.context.variants.has(name)) return { kind: 'everyone', variant: name };
    const message = `There is no variant "${name}": who gets it gets the default given in the code.`;
    this.problems.push({ code: 'flagd-variant-unknown', message });
    return { kind: 'code-default' };
  }

  private reference(name: JsonValue, depth: number): Rollout {
    const evaluators = this.context.evaluators;
    const rule =
      typeof name === 'string' && Object.hasOwn(evaluators, name) ? evaluators[name] : undefined;
    if (rule !== undefined) return this.rollout(rule, depth + 1);
    const message = `There is no evaluator ${JSON.stringify(name)} under "$evaluators".`;
    this.problems.push({ code: 'flagd-evaluator-unknown', message });
    return unknown('it refers to an evaluator that does not exist');
  }

  /** `[condition, then, condition, then, ..., else]`; without `else` the default variant is served. */
  private conditions(operands: readonly JsonValue[], depth: number): Rollout {
    if (operands.length < 2) return unknown('its "if" has no outcome');
    const rules: TargetingRule[] = [];
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const condition = this.inlined(operands[index] ?? null);
      const outcome = this.rollout(operands[index + 1] ?? null, depth + 1);
      if (condition === true) return this.withLast(rules, outcome);
      if (condition === false || condition === null) continue;
      rules.push({ condition: targetingWords(condition), outcome });
    }
    const hasElse = operands.length % 2 === 1;
    const otherwise = hasElse ? (operands.at(-1) ?? null) : null;
    return this.withLast(rules, this.rollout(otherwise, depth + 1));
  }

  private withLast(rules: readonly TargetingRule[], outcome: Rollout): Rollout {
    if (rules.length === 0) return outcome;
    return { kind: 'rules', rules: [...rules, { condition: null, outcome }] };
  }

  /** A condition with its references written out. */
  private inlined(condition: JsonValue, depth = 0): JsonValue {
    const rule = ruleOf(condition);
    if (!rule || depth > deepest) return condition;
    if (rule.operator === '$ref') {
      const name = String(rule.operands[0]);
      const { evaluators } = this.context;
      return Object.hasOwn(evaluators, name)
        ? this.inlined(evaluators[name] ?? null, depth + 1)
        : condition;
    }
    return { [rule.operator]: rule.operands.map((operand) => this.inlined(operand, depth + 1)) };
  }

  /** A rule that gives true or false picks the variant of that name. */
  private truth(value: JsonValue): Rollout {
    const condition = targetingWords(this.inlined(value));
    const rules: TargetingRule[] = [
      { condition, outcome: this.variant('true') },
      { condition: null, outcome: this.variant('false') },
    ];
    return { kind: 'rules', rules };
  }

  /** The first operand may be what is hashed; a list is a variant with its weight. */
  private fractional(operands: readonly JsonValue[]): Rollout {
    const entries = Array.isArray(operands[0]) ? operands : operands.slice(1);
    const weights = new Map<string, number>();
    for (const entry of entries) {
      const failure = Array.isArray(entry)
        ? this.addWeight(weights, entry)
        : 'its fractional rule has an entry that is no list of variant and weight';
      if (failure !== null) return unknown(failure);
    }
    return this.split(weights);
  }

  private addWeight(weights: Map<string, number>, entry: readonly JsonValue[]): string | null {
    const [variant, weight = 1] = entry;
    if (typeof variant !== 'string' && typeof variant !== 'boolean') {
      return 'its fractional rule gives a share to the result of another rule';
    }
    if (typeof weight !== 'number') return 'its fractional rule computes a weight while it runs';
    if (weight < 0 || !Number.isInteger(weight)) {
      const message = `The weight of "${variant}" is ${weight}: weights are whole numbers from 0.`;
      this.problems.push({ code: 'flagd-weight-invalid', message });
      return `the weight of "${variant}" is ${weight}`;
    }
    weights.set(String(variant), (weights.get(String(variant)) ?? 0) + weight);
    return null;
  }

  private split(weights: ReadonlyMap<string, number>): Rollout {
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    if (total === 0) return unknown('the weights of its fractional rule sum to 0');
    if (total > largestWeightSum) {
      const message = `The weights sum to ${total}; flagd takes at most ${largestWeightSum}.`;
      this.problems.push({ code: 'flagd-weight-invalid', message });
      return unknown('the weights of its fractional rule are too large');
    }
    const shares: VariantShare[] = [];
    for (const [variant, weight] of weights) {
      if (weight === 0) continue;
      if (this.variant(variant).kind !== 'everyone') {
        return unknown(`its fractional rule names "${variant}", which is no variant`);
      }
      shares.push({ variant, share: weight / total });
    }
    const only = shares.length === 1 ? shares[0] : undefined;
    return only ? { kind: 'everyone', variant: only.variant } : { kind: 'split', shares };
  }
}

/**
 * Who gets what by a flag's targeting, as flagd evaluates it: JsonLogic with `fractional` (weights are relative; one
 * that is left out is 1), `if`, references to `$evaluators`, and rules that give true or false.
 * Source: flagd targeting schema, open-feature/flagd-schemas at 741a7f8.
 */
export function readTargeting(targeting: JsonValue, context: TargetingContext): TargetingReading {
  const reader = new TargetingReader(context);
  return { rollout: reader.rollout(targeting), problems: reader.problems };
}

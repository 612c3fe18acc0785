import type { ConditionNode } from './parseCondition';

/** What an expression can come to. */
type Value = number | boolean | null | readonly number[];

/** The expression cannot be evaluated: out of range, wrong types. Argo then counts the measurement as an error. */
export const conditionError = Symbol('condition error');

type Outcome = Value | typeof conditionError;

/** A query's answer: a vector of samples, or one number. */
export type ConditionResult = number | readonly number[];

/**
 * Whether a condition holds for a result; `conditionError` where it cannot be evaluated, as an index beyond an empty vector.
 *
 * Source: argoproj/argo-rollouts `utils/evaluate/evaluate.go` at 9f8d111d8, expr-lang.
 */
export function evaluateCondition(
  node: ConditionNode,
  result: ConditionResult,
): boolean | typeof conditionError {
  const value = valueOf(node, result, null);
  return typeof value === 'boolean' ? value : conditionError;
}

function valueOf(node: ConditionNode, result: ConditionResult, element: number | null): Outcome {
  switch (node.kind) {
    case 'number':
    case 'boolean':
      return node.value;
    case 'nil':
      return null;
    case 'result':
      return result;
    case 'element':
      return element ?? conditionError;
    case 'index': {
      const list = valueOf(node.of, result, element);
      return Array.isArray(list)
        ? ((list as readonly number[])[node.index] ?? conditionError)
        : conditionError;
    }
    case 'not': {
      const value = valueOf(node.of, result, element);
      return typeof value === 'boolean' ? !value : conditionError;
    }
    case 'call':
      return callOf(node, result, element);
    case 'binary':
      return binaryOf(node, result, element);
  }
}

function binaryOf(
  { operator, left, right }: Extract<ConditionNode, { readonly kind: 'binary' }>,
  result: ConditionResult,
  element: number | null,
): Outcome {
  const one = valueOf(left, result, element);
  if (one === conditionError) return conditionError;
  if (operator === '||' && one === true) return true;
  if (operator === '&&' && one === false) return false;
  const other = valueOf(right, result, element);
  if (other === conditionError) return conditionError;
  if (operator === '==') return one === other;
  if (operator === '!=') return one !== other;
  if (operator === '||' || operator === '&&') {
    return typeof one === 'boolean' && typeof other === 'boolean' ? other : conditionError;
  }
  if (typeof one !== 'number' || typeof other !== 'number') return conditionError;
  switch (operator) {
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    case '>=':
      return one >= other;
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return one / other;
    default:
      return conditionError;
  }
}

function callOf(
  { name, args }: Extract<ConditionNode, { readonly kind: 'call' }>,
  result: ConditionResult,
  element: number | null,
): Outcome {
  const [first, second] = args;
  if (first === undefined) return conditionError;
  const value = valueOf(first, result, element);
  // default(result, 0) is for what is missing; all else needs a value.
  if (name === 'default') return defaultOf(value, second && valueOf(second, result, element));
  if (value === conditionError) return conditionError;
  switch (name) {
    case 'len':
      return Array.isArray(value) ? value.length : conditionError;
    case 'isNil':
      return value === null;
    case 'all':
    case 'any':
    case 'none':
      return second === undefined ? conditionError : quantified(name, { value, second, result });
    default:
      return numericCall(name, value);
  }
}

function defaultOf(value: Outcome, other: Outcome | undefined): Outcome {
  if (other === undefined) return conditionError;
  const isMissing =
    value === null || value === conditionError || (Array.isArray(value) && value.length === 0);
  return isMissing ? other : value;
}

function numericCall(name: string, value: Value): Outcome {
  if (typeof value !== 'number') return conditionError;
  switch (name) {
    case 'asFloat':
    case 'float':
      return value;
    case 'asInt':
    case 'int':
      return Math.trunc(value);
    case 'isNaN':
      return Number.isNaN(value);
    case 'isInf':
      return value === Infinity || value === -Infinity;
    case 'abs':
      return Math.abs(value);
    default:
      return conditionError;
  }
}

function quantified(
  name: 'all' | 'any' | 'none',
  {
    value,
    second,
    result,
  }: { readonly value: Value; readonly second: ConditionNode; readonly result: ConditionResult },
): Outcome {
  if (!Array.isArray(value)) return conditionError;
  const each = (value as readonly number[]).map((item) => valueOf(second, result, item));
  if (each.some((one) => typeof one !== 'boolean')) return conditionError;
  if (name === 'all') return each.every((one) => one === true);
  const some = each.some((one) => one === true);
  return name === 'any' ? some : !some;
}

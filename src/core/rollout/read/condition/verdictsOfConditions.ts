import type { Verdict, VerdictTable } from '../../model/verdictTable';
import { conditionError, type ConditionResult, evaluateCondition } from './evaluateCondition';
import { type ConditionNode, parseCondition } from './parseCondition';

/** What can be said of a pair of conditions. */
export type ConditionReading =
  | { readonly kind: 'verdicts'; readonly verdicts: VerdictTable }
  | { readonly kind: 'unreadable'; readonly which: 'success' | 'failure' };

/**
 * The verdicts of a success and a failure condition on one value, as Argo Rollouts puts the two together: with one of them
 * the other is its opposite; with both and neither true the measurement is inconclusive; with none it is successful.
 *
 * `emptyValue`: what the query gives for no data; null: an empty vector.
 * Source: argoproj/argo-rollouts `utils/evaluate/evaluate.go` at 9f8d111d8.
 */
export function verdictsOfConditions(
  { success, failure }: { readonly success: string | null; readonly failure: string | null },
  emptyValue: number | null,
): ConditionReading {
  const successNode = success === null ? null : parseCondition(success);
  if (success !== null && !isReadable(successNode)) return { kind: 'unreadable', which: 'success' };
  const failureNode = failure === null ? null : parseCondition(failure);
  if (failure !== null && !isReadable(failureNode)) return { kind: 'unreadable', which: 'failure' };
  const breaks = [...new Set([...limitsOf(successNode), ...limitsOf(failureNode)])].sort(
    (a, b) => a - b,
  );
  const usesVector = [successNode, failureNode].some((node) => node !== null && indexes(node));
  const verdictAt = (value: number): Verdict =>
    together(successNode, failureNode, usesVector ? [value] : value);
  const between = Array.from({ length: breaks.length + 1 }, (_, i) =>
    verdictAt(betweenBreaks(breaks[i - 1], breaks[i])),
  );
  const empty =
    emptyValue === null ? together(successNode, failureNode, []) : verdictAt(emptyValue);
  const verdicts = {
    breaks,
    at: breaks.map(verdictAt),
    between,
    empty,
    notANumber: verdictAt(NaN),
  };
  return { kind: 'verdicts', verdicts: simplified(verdicts) };
}

function together(
  success: ConditionNode | null,
  failure: ConditionNode | null,
  result: ConditionResult,
): Verdict {
  const good = success === null ? null : evaluateCondition(success, result);
  const bad = failure === null ? null : evaluateCondition(failure, result);
  if (good === conditionError || bad === conditionError) return 'error';
  if (good === null && bad === null) return 'pass';
  if (bad ?? good === false) return 'fail';
  return (good ?? bad === false) ? 'pass' : 'inconclusive';
}

function betweenBreaks(low: number | undefined, high: number | undefined): number {
  if (low === undefined) return high === undefined ? 1 : high - Math.max(1, Math.abs(high));
  return high === undefined ? low + Math.max(1, Math.abs(low)) : (low + high) / 2;
}

/** Breaks at which nothing changes are left out. */
function simplified(table: VerdictTable): VerdictTable {
  const kept = table.breaks
    .map((_, i) => i)
    .filter((i) => {
      const [below, at, above] = [table.between[i], table.at[i], table.between[i + 1]];
      return below !== at || at !== above;
    });
  return {
    ...table,
    breaks: kept.map((i) => table.breaks[i] as number),
    at: kept.map((i) => table.at[i] as Verdict),
    between: [table.between[0] as Verdict, ...kept.map((i) => table.between[i + 1] as Verdict)],
  };
}

function childrenOf(node: ConditionNode): readonly ConditionNode[] {
  switch (node.kind) {
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args;
    case 'not':
    case 'index':
      return [node.of];
    default:
      return [];
  }
}

function someNode(node: ConditionNode, test: (node: ConditionNode) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test));
}

/** Whether the result is treated as a list of samples. */
function indexes(node: ConditionNode): boolean {
  return someNode(
    node,
    (inner) =>
      inner.kind === 'index' ||
      (inner.kind === 'call' && ['len', 'all', 'any', 'none'].includes(inner.name)),
  );
}

/** Only comparisons with constants have breaks that are known: arithmetic on the result, and its second sample, have not. */
function isReadable(node: ConditionNode | null): boolean {
  if (node === null) return false;
  return !someNode(node, (inner) => {
    if (inner.kind === 'index') return inner.index !== 0;
    const isArithmetic = inner.kind === 'binary' && ['+', '-', '*', '/'].includes(inner.operator);
    return isArithmetic && constantOf(inner) === null;
  });
}

function constantOf(node: ConditionNode): number | null {
  if (node.kind === 'number') return node.value;
  if (node.kind !== 'binary') return null;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if (left === null || right === null) return null;
  switch (node.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return node.operator === '/' ? left / right : null;
  }
}

/** Constants that something is compared with; with whole numbers (`asInt`) the next one as well. */
function limitsOf(node: ConditionNode | null): readonly number[] {
  if (node === null) return [];
  const constant = constantOf(node);
  if (constant !== null) return [constant];
  const inner = childrenOf(node).flatMap(limitsOf);
  const isWhole = someNode(node, (one) => one.kind === 'call' && one.name === 'asInt');
  return isWhole ? inner.flatMap((limit) => [limit, limit + 1]) : inner;
}

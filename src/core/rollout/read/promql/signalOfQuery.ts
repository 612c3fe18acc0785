import type { Signal } from '../../model/gate';
import { parsePromql, type PromqlMatcher, type PromqlNode } from './parsePromql';

/** What a query measures, and over what window. */
export interface QuerySignal {
  readonly signal: Signal;
  readonly windowSeconds: number;
  /** What it gives where there is no data (`or vector(0)`); null: nothing. */
  readonly emptyValue: number | null;
}

type Known = Pick<QuerySignal, 'signal' | 'windowSeconds'>;

/**
 * What a query of one of the usual shapes measures: success or error rate (a ratio of counters, times 100 or subtracted
 * from 1 if so), a rate or number of errors, a quantile of a latency. Null for other shapes: they are not guessed at.
 */
export function signalOfQuery(query: string): QuerySignal | null {
  const node = parsePromql(query);
  if (node === null) return null;
  const { inner, emptyValue } = withoutDefault(node);
  const known = knownOf(inner);
  return known === null ? null : { ...known, emptyValue };
}

/** `... or vector(0)`, `... or on() vector(0)`. */
function withoutDefault(node: PromqlNode): {
  readonly inner: PromqlNode;
  readonly emptyValue: number | null;
} {
  if (node.kind === 'binary' && node.operator === 'or') {
    const value = constantOf(node.right);
    if (value !== null) return { inner: node.left, emptyValue: value };
  }
  return { inner: node, emptyValue: null };
}

function constantOf(node: PromqlNode): number | null {
  if (node.kind === 'number') return node.value;
  const [only] = node.kind === 'call' && node.name === 'vector' ? node.args : [];
  return only === undefined ? null : constantOf(only);
}

/** Calls that do not change what is measured. */
const transparent: ReadonlySet<string> = new Set([
  'sum',
  'avg',
  'max',
  'min',
  'round',
  'scalar',
  'absolute',
  'abs',
  'label_replace',
  'sort_desc',
  'topk',
  'clamp_max',
  'clamp_min',
]);

function knownOf(node: PromqlNode): Known | null {
  switch (node.kind) {
    case 'number':
    case 'selector':
      return null;
    case 'call':
      if (node.name === 'histogram_quantile') return quantileOf(node.args);
      if (transparent.has(node.name) && node.args[0] !== undefined) {
        // A rate of its own is a number of requests, whatever is summed.
        return counterOf(node) === null ? knownOf(node.args[0]) : errorsOf(node);
      }
      return errorsOf(node);
    case 'binary':
      return binaryOf(node);
  }
}

function binaryOf({
  operator,
  left,
  right,
}: Extract<PromqlNode, { readonly kind: 'binary' }>): Known | null {
  const [leftNumber, rightNumber] = [constantOf(left), constantOf(right)];
  if (operator === '*' && rightNumber !== null) return scaled(knownOf(left), rightNumber);
  if (operator === '*' && leftNumber !== null) return scaled(knownOf(right), leftNumber);
  if (operator === '/' && rightNumber !== null) return scaled(knownOf(left), 1 / rightNumber);
  if (operator === '-' && leftNumber !== null) return complement(knownOf(right), leftNumber);
  if (operator === '/') return ratioOf(left, right);
  // `a / b > 0`, `a and b > 0`: filters that leave the value.
  if (['>', '<', '>=', '<=', '!='].includes(operator) && rightNumber !== null) return knownOf(left);
  if (operator === 'and' || operator === 'unless') return knownOf(left);
  return null;
}

function scaled(known: Known | null, factor: number): Known | null {
  if (known === null || !(factor > 0)) return null;
  const { signal, windowSeconds } = known;
  return { signal: { ...signal, scale: signal.scale * factor }, windowSeconds };
}

/** `1 - share`, `100 - share in percent`. */
function complement(known: Known | null, whole: number): Known | null {
  if (known?.signal.kind !== 'share' || known.signal.scale !== whole) return null;
  const of = known.signal.of === 'good' ? 'bad' : 'good';
  return { ...known, signal: { ...known.signal, of } };
}

interface Counter {
  readonly metric: string;
  readonly matchers: readonly PromqlMatcher[];
  readonly windowSeconds: number;
  readonly per: 'second' | 'window';
}

/** A sum of rates or increases of one counter. */
function counterOf(node: PromqlNode): Counter | null {
  if (node.kind === 'binary' && node.operator === 'or') {
    return constantOf(node.right) === 0 ? counterOf(node.left) : null;
  }
  if (node.kind === 'binary' && node.operator === '>') {
    return constantOf(node.right) === 0 ? counterOf(node.left) : null;
  }
  if (node.kind !== 'call') return null;
  const [first] = node.args;
  if (first === undefined) return null;
  const isRate = node.name === 'rate' || node.name === 'irate' || node.name === 'increase';
  if (isRate && first.kind === 'selector' && first.range !== null) {
    return {
      metric: first.metric,
      matchers: first.matchers,
      windowSeconds: first.range,
      per: node.name === 'increase' ? 'window' : 'second',
    };
  }
  return transparent.has(node.name) ? counterOf(first) : null;
}

/** A counter times a constant: `100 * sum(rate(...))`. */
function scaledCounterOf(
  node: PromqlNode,
): { readonly counter: Counter; readonly factor: number } | null {
  const plain = counterOf(node);
  if (plain !== null) return { counter: plain, factor: 1 };
  if (node.kind !== 'binary' || node.operator !== '*') return null;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  const inner = left === null ? scaledCounterOf(node.left) : scaledCounterOf(node.right);
  const factor = left ?? right;
  if (inner === null || factor === null || !(factor > 0)) return null;
  return { counter: inner.counter, factor: inner.factor * factor };
}

/** A ratio of two counters, the upper one of bad or of good requests among those of the lower. */
function ratioOf(left: PromqlNode, right: PromqlNode): Known | null {
  const above = scaledCounterOf(left);
  const below = scaledCounterOf(right);
  if (above === null || below === null) return null;
  const of = outcomeOf(above.counter, below.counter);
  if (of === null) return null;
  return {
    signal: { kind: 'share', metric: 'error-rate', of, scale: above.factor / below.factor },
    windowSeconds: above.counter.windowSeconds,
  };
}

const errorWords =
  /(^|_)(err|error|errors|fail|failed|failure|failures|5xx|exceptions?|rejected)(_|$)/;
const successWords = /(^|_)(success|successes|successful|succeeded|ok|2xx)(_|$)/;

/** Whether a counter counts bad or good requests: by the label that only it has, else by its name. */
function outcomeOf(above: Counter, below: Counter | null): 'bad' | 'good' | null {
  const own = above.matchers.filter(
    (matcher) => !below?.matchers.some((other) => isSameMatcher(matcher, other)),
  );
  for (const matcher of own) {
    const outcome = outcomeOfMatcher(matcher);
    if (outcome !== null) return outcome;
  }
  if (below !== null && above.metric === below.metric) return null;
  if (errorWords.test(above.metric)) return 'bad';
  return successWords.test(above.metric) ? 'good' : null;
}

function isSameMatcher(one: PromqlMatcher, other: PromqlMatcher): boolean {
  return one.label === other.label && one.operator === other.operator && one.value === other.value;
}

const statusLabel =
  /(status|code|classification|outcome|result|success|state|error|type|reason|class)/i;

function outcomeOfMatcher({ label, operator, value }: PromqlMatcher): 'bad' | 'good' | null {
  if (!statusLabel.test(label)) return null;
  const named = outcomeOfValue(value);
  if (named === null) return null;
  const isNegated = operator === '!=' || operator === '!~';
  if (!isNegated) return named;
  return named === 'bad' ? 'good' : 'bad';
}

/** `5..`, `5[0-9]{2}`, `(4|5).*`, `[45]..`: bad; `2..`, `200`, `[123]..`, `^(2|3)..`: good. 4 alone is bad, as what it is asked for says. */
function outcomeOfValue(value: string): 'bad' | 'good' | null {
  const word = value.toLowerCase();
  if (/^(success|successful|ok|true|good|succeeded|0)$/.test(word)) return 'good';
  if (/^(failure|failed|fail|error|errors|false|bad|server_error)$/.test(word)) return 'bad';
  const leading = word
    .replace(/^\^|\$$/g, '')
    .split('|')
    .map((part) => part.replace(/[^0-9[\]-]/g, ''));
  const digits = new Set(leading.flatMap(leadingDigits));
  if (digits.size === 0) return null;
  const isBad = [...digits].every((digit) => digit === 4 || digit === 5);
  const isGood = [...digits].every((digit) => digit >= 1 && digit <= 4) && !isBad;
  if (isBad) return 'bad';
  return isGood ? 'good' : null;
}

/** The digits an alternative may begin with: `5`, `[45]`, `[1-4]`. */
function leadingDigits(part: string): readonly number[] {
  if (/^\d/.test(part)) return [Number(part[0])];
  const set = /^\[([0-9-]+)\]/.exec(part)?.[1];
  if (set === undefined) return [];
  const range = /^(\d)-(\d)$/.exec(set);
  if (range === null) return [...set].filter((c) => c !== '-').map(Number);
  const [low, high] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
}

/** A rate or number of errors on its own. */
function errorsOf(node: PromqlNode): Known | null {
  const counter = counterOf(node);
  if (counter === null || outcomeOf(counter, null) !== 'bad') return null;
  return {
    signal: { kind: 'count', metric: 'error-rate', per: counter.per, scale: 1 },
    windowSeconds: counter.windowSeconds,
  };
}

/** Histograms by name in milliseconds, else in seconds as Prometheus asks. */
function quantileOf([level, buckets]: readonly PromqlNode[]): Known | null {
  if (level === undefined || buckets === undefined) return null;
  const quantile = constantOf(level);
  const counter = counterOf(buckets);
  if (quantile === null || counter === null || !(quantile > 0 && quantile < 1)) return null;
  const isMilliseconds = /(millisecond|_ms(_|$)|_msec)/i.test(counter.metric);
  return {
    signal: { kind: 'quantile', metric: 'latency', quantile, scale: isMilliseconds ? 1 : 0.001 },
    windowSeconds: counter.windowSeconds,
  };
}

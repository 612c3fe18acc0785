import { closestWord } from './closestWord';
import { type FieldNode, type FieldShape, fieldsOf, type NumberRange } from './fieldNode';
import { plainNumber } from '../syntax/plainNumber';

/** `"a", "b" or "c"` */
export function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) =>
    typeof value === 'number' ? plainNumber(value) : JSON.stringify(value),
  );
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** `a number above 0 and below 1`; only bounds that say something are named. */
export function describeRange(range: NumberRange): string {
  const noun = range.whole ? 'a whole number' : 'a number';
  const hasLow = Number.isFinite(range.low);
  const hasHigh = Number.isFinite(range.high);
  const [low, high] = [plainNumber(range.low), plainNumber(range.high)];
  if (hasLow && hasHigh && !range.lowExcluded && !range.highExcluded) {
    return `${noun} from ${low} to ${high}`;
  }
  const bounds = [
    ...(hasLow ? [range.lowExcluded ? `above ${low}` : `of at least ${low}`] : []),
    ...(hasHigh
      ? [range.highExcluded ? `below ${high}` : `${hasLow ? '' : 'of '}at most ${high}`]
      : []),
  ];
  return bounds.length ? `${noun} ${bounds.join(' and ')}` : noun;
}

/** What may stand at a place, as a noun phrase: `a number above 0 and below 1`. */
export function expectationOf(shape: FieldShape): string {
  switch (shape.kind) {
    case 'map':
      return `a group with the keys ${[...shape.fields.keys()].join(', ')}`;
    case 'record':
      return 'a group of names, each with its value';
    case 'list':
      return shape.minItems > 1 ? `a list of at least ${shape.minItems} items` : 'a list';
    case 'number':
      return describeRange(shape.range);
    case 'text':
      return shape.pattern ? 'text that is not empty' : 'text';
    case 'boolean':
      return 'true or false';
    case 'choice':
      return oneOf(shape.values);
    case 'either':
      return expectationOfEither(shape.options);
    case 'anything':
      return 'any value';
  }
}

function expectationOfEither(options: readonly FieldNode[]): string {
  const maps = options.filter(({ shape }) => shape.kind === 'map');
  if (maps.length < options.length) {
    return options.map(({ shape }) => expectationOf(shape)).join(', or ');
  }
  const keys = maps.map(({ shape }) => [...fieldsOf(shape).keys()].join(', '));
  return `a group with either ${keys.join(' or ')}`;
}

/** `1,5`, `5 %`, `12_000` and the like as the number that was probably meant; null where that is not clear. */
export function numberMeant(text: string): number | null {
  const match = /^\s*([+-]?[\d.,_' ]*\d)\s*(%?)\s*$/.exec(text);
  if (!match) return null;
  let digits = match[1]!.replace(/[_' ]/g, '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replace(/,/g, '');
  else if (/^[+-]?\d*,\d+$/.test(digits)) digits = digits.replace(',', '.');
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  return Number((match[2] ? value / 100 : value).toPrecision(12));
}

function isInRange(value: number, range: NumberRange): boolean {
  const { low, lowExcluded, high, highExcluded, whole } = range;
  if (whole && !Number.isInteger(value)) return false;
  return (
    (lowExcluded ? value > low : value >= low) && (highExcluded ? value < high : value <= high)
  );
}

/** `2` for "two". */
const numerals: Readonly<Record<string, string>> = { 1: 'one', 2: 'two' };

function adviceForNumber(value: unknown, range: NumberRange): string {
  if (typeof value === 'string') {
    const meant = numberMeant(value);
    if (meant === null || !isInRange(meant, range)) return '';
    const without = value.includes('%') ? 'without %' : 'without quotes and separators';
    return ` Write ${plainNumber(meant)}, a plain number ${without}.`;
  }
  const isPercent = typeof value === 'number' && range.high === 1 && value >= 2 && value <= 100;
  if (!isPercent || !isInRange(value / 100, range)) return '';
  return ` Write ${plainNumber(value)} % as ${plainNumber(Number((value / 100).toPrecision(12)))}.`;
}

/** What to do about a value that is not as expected: a sentence with a blank before it, or nothing. */
export function adviceFor(value: unknown, shape: FieldShape): string {
  switch (shape.kind) {
    case 'number':
      return adviceForNumber(value, shape.range);
    case 'text':
      if (typeof value !== 'number' && typeof value !== 'boolean') return '';
      return ` Put it in quotes: "${String(value)}".`;
    case 'choice': {
      const words = shape.values.filter((choice) => typeof choice === 'string');
      const word = numerals[String(value)] ?? (typeof value === 'string' ? value : null);
      const meant = word === null ? null : closestWord(word, words);
      return meant === null ? '' : ` Did you mean "${meant}"?`;
    }
    case 'list':
      return typeof value === 'object' ? ' Begin each item with "- ".' : '';
    default:
      return '';
  }
}

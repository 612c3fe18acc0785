import fc from 'fast-check';
import type { JsonValue } from '../../src/core/model/json';

const words = [
  'x',
  'two words',
  'on',
  '12',
  'a: b',
  'a #b',
  '',
  '{',
  "it's",
  'é😀',
  '- x',
  '*x',
  'x,y',
  '"q"',
  'a\nb\n',
  ' s',
];

const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom(...words),
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.double({ min: 0.000001, max: 1, noNaN: true }).map((value) => Number(value.toPrecision(12))),
  fc.boolean(),
  fc.constant(null),
);

const key = fc.constantFrom('a', 'b', 'c', 'd', 'two words', 'on');

/** Any JSON value of up to three levels. */
export const anyJson: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** A JSON object with at least one member, as the files have. */
export const anyJsonObject = fc.dictionary(key, anyJson, {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
}) as fc.Arbitrary<Readonly<Record<string, JsonValue>>>;

/** Decides between ways of writing: a number from 0 to `choices` - 1. */
export type Choose = (choices: number) => number;

/** A stream of decisions that fast-check can shrink. */
export const anyChoices: fc.Arbitrary<Choose> = fc
  .array(fc.nat(59), { minLength: 1, maxLength: 60 })
  .map((numbers) => {
    let at = 0;
    return (choices: number) => numbers[at++ % numbers.length]! % choices;
  });

class Emitter {
  private comments = 0;

  constructor(
    private readonly choose: Choose,
    readonly eol: string,
  ) {}

  private comment(): string {
    return this.choose(4) === 0 ? ` # comment ${++this.comments}` : '';
  }

  private ownLineComment(indent: number): string {
    const isWanted = this.choose(6) === 0;
    return isWanted ? `${' '.repeat(indent)}# comment ${++this.comments}${this.eol}` : '';
  }

  private text(value: string): string {
    const isPlain = /^[a-z](?:[a-z ]*[a-z])?$/.test(value) && value !== 'on';
    const isOneLine = !/[\n\r]/.test(value);
    const style = this.choose(3);
    if (style === 0 && isPlain) return value;
    if (style === 1 && isOneLine) return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value);
  }

  private scalar(value: JsonValue): string {
    if (typeof value === 'string') return this.text(value);
    return value === null && this.choose(2) ? '~' : String(value);
  }

  private flow(value: JsonValue): string {
    if (typeof value !== 'object' || value === null) return this.scalar(value);
    const pad = this.choose(2) ? ' ' : '';
    const members = Array.isArray(value)
      ? value.map((item) => this.flow(item as JsonValue))
      : Object.entries(value).map(([name, inner]) => `${this.text(name)}: ${this.flow(inner)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const comma = members.length && this.choose(5) === 0 ? ',' : '';
    return members.length
      ? open + pad + members.join(`,${pad}`) + comma + pad + close
      : open! + close!;
  }

  /** One member or item on each line, for example as people format JSON. */
  private flowLines(value: object, indent: number): string {
    const margin = ' '.repeat(indent);
    const lines = Array.isArray(value)
      ? value.map((item) => this.flow(item as JsonValue))
      : Object.entries(value).map(([name, inner]) => `${this.text(name)}: ${this.flow(inner)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const comma = this.choose(2) ? ',' : '';
    const written = lines.map(
      (line, index) =>
        `${margin}${line}${index < lines.length - 1 ? ',' : comma}${this.comment()}${this.eol}`,
    );
    return `${open}${this.eol}${written.join('')}${' '.repeat(Math.max(indent - 2, 1))}${close}`;
  }

  private blockText(value: string, indent: number): string {
    const lines = value.replace(/\n$/, '').split('\n');
    const margin = ' '.repeat(indent);
    return `|${this.eol}${lines.map((line) => margin + line + this.eol).join('')}`;
  }

  /** What stands behind `key:` or `-`, its line break included. */
  private behind(value: JsonValue, indent: number): string {
    if (
      typeof value === 'string' &&
      /^[a-z]+\n[a-z\n]*\n$|^[a-z]+\n$/.test(value) &&
      this.choose(2)
    ) {
      return ` ${this.blockText(value, indent + 2)}`;
    }
    if (value === null && this.choose(2)) return this.comment() + this.eol;
    if (typeof value !== 'object' || value === null || !Object.keys(value).length) {
      return ` ${this.flow(value)}${this.comment()}${this.eol}`;
    }
    const style = this.choose(4);
    if (style === 0) return ` ${this.flow(value)}${this.comment()}${this.eol}`;
    if (style === 1) return ` ${this.flowLines(value, indent + 4)}${this.comment()}${this.eol}`;
    return this.comment() + this.eol + this.block(value, indent + [2, 4][this.choose(2)]!);
  }

  block(value: JsonValue, indent: number): string {
    const margin = ' '.repeat(indent);
    if (Array.isArray(value)) {
      return value
        .map((item) => this.ownLineComment(indent) + this.item(item as JsonValue, indent))
        .join('');
    }
    return Object.entries(value as object)
      .map(([name, inner]) => {
        const before = this.ownLineComment(indent) + (this.choose(8) ? '' : this.eol);
        return `${before}${margin}${this.text(name)}:${this.behind(inner as JsonValue, indent)}`;
      })
      .join('');
  }

  private item(item: JsonValue, indent: number): string {
    const margin = ' '.repeat(indent);
    const isMap = typeof item === 'object' && item !== null && !Array.isArray(item);
    if (isMap && Object.keys(item).length && this.choose(2)) {
      const block = this.block(item, indent + 2);
      const first = block.slice(indent + 2);
      if (block.startsWith(`${margin}  `) && !/^[ #\r\n]/.test(first)) return `${margin}- ${first}`;
    }
    return `${margin}-${this.behind(item, indent)}`;
  }
}

/** The value as YAML text: block and flow styles, quotes, comments, blank lines and line endings as `choose` says. */
export function yamlInSomeStyle(value: JsonValue, choose: Choose): string {
  const eol = choose(3) === 0 ? '\r\n' : '\n';
  const start = ['', '', '', '\uFEFF', `---${eol}`, `# first line${eol}`][choose(6)]!;
  return start + new Emitter(choose, eol).block(value, 0);
}

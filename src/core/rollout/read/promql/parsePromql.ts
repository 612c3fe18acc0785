import { durationSeconds } from '../durationSeconds';

/** What is understood of a PromQL query. */
export type PromqlNode =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'selector';
      readonly metric: string;
      readonly matchers: readonly PromqlMatcher[];
      /** Seconds of a range `[5m]`; null for an instant. */
      readonly range: number | null;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly PromqlNode[] }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: PromqlNode;
      readonly right: PromqlNode;
    };

export interface PromqlMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const tokenShape =
  /\s+|#[^\n]*|(\d+(?:\.\d*)?(?:e[-+]?\d+)?(?![a-zA-Z_]))|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(\[[^\]]*\])|([a-zA-Z_:][a-zA-Z0-9_:.]*)|(==|!=|=~|!~|>=|<=|[-+*/%^(){},=<>@])/gy;

type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'range'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const kinds = ['number', 'string', 'range', 'word', 'sign'] as const;

function tokensOf(query: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  tokenShape.lastIndex = 0;
  for (let match = tokenShape.exec(query); match; match = tokenShape.exec(query)) {
    at = tokenShape.lastIndex;
    const group = match.slice(1, 6).findIndex((text) => text !== undefined);
    const kind = kinds[group];
    if (kind !== undefined) tokens.push({ kind, text: match[0] });
  }
  return at === query.length ? tokens : null;
}

/** Operators by how tightly they bind. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '>', '<', '>=', '<='],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
];

class Failure {
  readonly kind = 'failure';
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): PromqlNode {
    const node = this.#binary(0);
    if (this.#next < this.#tokens.length) throw new Failure();
    return node;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next]?.text;
  }

  #take(text: string): boolean {
    if (this.#peek() !== text) return false;
    this.#next += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Failure();
  }

  #binary(level: number): PromqlNode {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#peek();
      if (operator === undefined || !operators.includes(operator)) return left;
      this.#next += 1;
      this.#take('bool');
      this.#skipGrouping(['on', 'ignoring']);
      this.#skipGrouping(['group_left', 'group_right']);
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  #skipGrouping(words: readonly string[]): void {
    const word = this.#peek();
    if (word === undefined || !words.includes(word)) return;
    this.#next += 1;
    if (this.#peek() === '(') this.#skipParentheses();
  }

  #skipParentheses(): void {
    this.#expect('(');
    let depth = 1;
    while (depth > 0) {
      const text = this.#peek();
      if (text === undefined) throw new Failure();
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      this.#next += 1;
    }
  }

  #unary(): PromqlNode {
    if (this.#take('-')) {
      const zero = { kind: 'number', value: 0 } as const;
      return { kind: 'binary', operator: '-', left: zero, right: this.#unary() };
    }
    this.#take('+');
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Failure();
    this.#next += 1;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.text === '(') {
      const inner = this.#binary(0);
      this.#expect(')');
      return this.#withRange(inner);
    }
    if (token.text === '{') {
      this.#next -= 1;
      return this.#withRange(this.#selector(''));
    }
    if (token.kind !== 'word') throw new Failure();
    return this.#word(token.text);
  }

  #word(word: string): PromqlNode {
    const beforeGrouping = this.#next;
    this.#skipGrouping(['by', 'without']);
    if (this.#peek() === '(') return this.#call(word);
    this.#next = beforeGrouping;
    return this.#withRange(this.#selector(word));
  }

  #call(name: string): PromqlNode {
    this.#expect('(');
    const args: PromqlNode[] = [];
    while (!this.#take(')')) {
      const token = this.#tokens[this.#next];
      if (token?.kind === 'string') {
        // Names of labels: nothing that a simulation needs.
        this.#next += 1;
      } else args.push(this.#binary(0));
      if (this.#peek() !== ')') this.#expect(',');
    }
    this.#skipGrouping(['by', 'without']);
    return this.#withRange({ kind: 'call', name: name.toLowerCase(), args });
  }

  #selector(metric: string): PromqlNode {
    const matchers: PromqlMatcher[] = [];
    let name = metric;
    if (this.#take('{')) {
      while (!this.#take('}')) {
        const label = this.#tokens[this.#next]?.text ?? '';
        const operator = this.#tokens[this.#next + 1]?.text ?? '';
        const value = this.#tokens[this.#next + 2];
        if (value?.kind !== 'string' || !['=', '!=', '=~', '!~'].includes(operator))
          throw new Failure();
        this.#next += 3;
        const text = value.text.slice(1, -1);
        if (label === '__name__') name = text;
        else matchers.push({ label, operator, value: text });
        if (this.#peek() !== '}') this.#expect(',');
      }
    }
    return { kind: 'selector', metric: name, matchers, range: null };
  }

  #withRange(node: PromqlNode): PromqlNode {
    let result = node;
    const token = this.#tokens[this.#next];
    if (token?.kind === 'range') {
      this.#next += 1;
      const seconds = durationSeconds(token.text.slice(1, -1).split(':')[0] ?? '');
      if (seconds === null || result.kind !== 'selector') throw new Failure();
      result = { ...result, range: seconds };
    }
    if (this.#take('offset')) {
      this.#take('-');
      this.#next += 2;
    }
    return result;
  }
}

/** Parses a PromQL query; null where it is none that is understood. Never throws. */
export function parsePromql(query: string): PromqlNode | null {
  const tokens = tokensOf(query);
  if (tokens === null || tokens.length === 0 || tokens.length > 2000) return null;
  try {
    return new Parser(tokens).parse();
  } catch (failure) {
    if (failure instanceof Failure) return null;
    throw failure;
  }
}

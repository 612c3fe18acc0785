/** An expression over `result`, as Argo Rollouts evaluates it (expr-lang), as far as it is understood. */
export type ConditionNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'nil' }
  /** What the query gave: a list for a vector, a number for a scalar. */
  | { readonly kind: 'result' }
  /** `#`, the element of a predicate. */
  | { readonly kind: 'element' }
  | { readonly kind: 'index'; readonly of: ConditionNode; readonly index: number }
  | { readonly kind: 'not'; readonly of: ConditionNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ConditionNode[] }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: ConditionNode;
      readonly right: ConditionNode;
    };

const tokenShape =
  /\s+|(\d+(?:\.\d+)?(?:e[-+]?\d+)?)|([a-zA-Z_][a-zA-Z0-9_]*)|(&&|\|\||==|!=|>=|<=|[-+*/()[\]{},<>!#])/gy;

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  let at = 0;
  tokenShape.lastIndex = 0;
  for (let match = tokenShape.exec(text); match; match = tokenShape.exec(text)) {
    at = tokenShape.lastIndex;
    if (match[0].trim() !== '') tokens.push(match[0]);
  }
  return at === text.length ? tokens : null;
}

const levels: readonly (readonly string[])[] = [
  ['||', 'or'],
  ['&&', 'and'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
];

class Failure {
  readonly kind = 'failure';
}

class Parser {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  parse(): ConditionNode {
    const node = this.#binary(0);
    if (this.#next < this.#tokens.length) throw new Failure();
    return node;
  }

  #take(text: string): boolean {
    if (this.#tokens[this.#next] !== text) return false;
    this.#next += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Failure();
  }

  #binary(level: number): ConditionNode {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#tokens[this.#next];
      if (operator === undefined || !operators.includes(operator)) return left;
      this.#next += 1;
      left = { kind: 'binary', operator: symbolOf(operator), left, right: this.#binary(level + 1) };
    }
  }

  #unary(): ConditionNode {
    if (this.#take('!') || this.#take('not')) return { kind: 'not', of: this.#unary() };
    if (this.#take('-')) {
      const zero = { kind: 'number', value: 0 } as const;
      return { kind: 'binary', operator: '-', left: zero, right: this.#unary() };
    }
    return this.#indexed(this.#primary());
  }

  #indexed(node: ConditionNode): ConditionNode {
    let of = node;
    while (this.#take('[')) {
      const index = Number(this.#tokens[this.#next]);
      if (!Number.isInteger(index)) throw new Failure();
      this.#next += 1;
      this.#expect(']');
      of = { kind: 'index', of, index };
    }
    return of;
  }

  #primary(): ConditionNode {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Failure();
    this.#next += 1;
    if (token === '(') {
      const inner = this.#binary(0);
      this.#expect(')');
      return inner;
    }
    if (token === '#') return { kind: 'element' };
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (token === 'true' || token === 'false') return { kind: 'boolean', value: token === 'true' };
    if (token === 'nil') return { kind: 'nil' };
    if (token === 'result') return { kind: 'result' };
    if (/^[a-zA-Z_]/.test(token) && this.#take('(')) return this.#call(token);
    throw new Failure();
  }

  #call(name: string): ConditionNode {
    const args: ConditionNode[] = [];
    while (!this.#take(')')) {
      if (this.#take('{')) {
        args.push(this.#binary(0));
        this.#expect('}');
      } else args.push(this.#binary(0));
      if (this.#tokens[this.#next] !== ')') this.#expect(',');
    }
    return { kind: 'call', name, args };
  }
}

function symbolOf(operator: string): string {
  if (operator === 'or') return '||';
  return operator === 'and' ? '&&' : operator;
}

/** Parses a condition; null where it is none that is understood. Never throws. */
export function parseCondition(text: string): ConditionNode | null {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0 || tokens.length > 500) return null;
  try {
    return new Parser(tokens).parse();
  } catch (failure) {
    if (failure instanceof Failure) return null;
    throw failure;
  }
}

/** Numbers of one seed: the same everywhere (mulberry32). */
export interface Draw {
  /** A whole number from 0 up to `below`, without it. */
  readonly under: (below: number) => number;
  readonly of: <Item>(items: readonly Item[]) => Item;
}

export function drawOf(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const under = (below: number) => Math.floor(next() * below);
  return {
    under,
    of: (items) => {
      const item = items[under(items.length)];
      if (item === undefined) throw new Error('nothing to draw from');
      return item;
    },
  };
}

/** Longer texts are cut: the size cap of a workspace is another matter than what one file costs. */
const longest = 300_000;

/** Pieces that make trouble: brackets without partner, halves of tokens, odd line ends, characters outside the BMP. */
const pieces = (
  '( ) { } [ ] < > ` " \' ${ /* */ // # @ ! ?. ... => := -> :: ; , : = \\ \\u{ """ \'\'\' $@" $""" f"{ #if #endif ' +
  '{{ }} <A.B </a> <!-- --- *a &a !!x | >- [[ ]] 1e999 0x null true'
)
  .split(' ')
  .concat(['\r', '\r\n', '\n', '\t', '\u2028', '\u2029', '\u0085', '\f', '\0', '\ufeff', '\u200b'])
  .concat(['😀', '\ud83d', '\ude00', 'ß', 'é', '\u0301', '漢', '\u202e', '𝒳'])
  .concat([
    ' as ',
    ' extends ',
    'export default ',
    'await ',
    'class A { ',
    'enum E { ',
    'lambda x: ',
  ])
  .concat([
    'def f(self, *a, **k):\n',
    'func (a *b) c(',
    'type a struct { b',
    'namespace A { ',
    ' by ',
  ]);

const brackets: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['{ a: ', ' }'],
  ['{"a": ', '}'],
  ['a(', ')'],
  ['a.b(', ')'],
  ['() => ', ''],
  ['x ? "a" : ', ''],
  ['!', ''],
  ['<a>', '</a>'],
  ['{ if (a) ', ' }'],
  ['class A { ', ' }'],
  ['`${', '}`'],
  ['"a" + ', ''],
  ['', ' + "a"'],
  ['', '.a'],
  ['', '.a()'],
  ['', '?.a'],
  ['', '[0]'],
  ['- ', '\n'],
];

/** A text in words, numbers, strings, spaces and single characters. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}_$][\p{L}\p{N}_$]*|\d+|"[^"\n]*"|'[^'\n]*'|[^\S\n]+|[^]/gu) ?? [];
}

type Mutation = (text: string, draw: Draw, other: string) => string;

/** Changes a text by its tokens: `count` places in a row are handed over, and what comes back takes their place. */
function onTokens(
  change: (taken: string[], draw: Draw, all: readonly string[]) => string[],
): Mutation {
  return (text, draw) => {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return text;
    const at = draw.under(tokens.length);
    const count = 1 + draw.under(draw.of([1, 3, 12, 60]));
    tokens.splice(at, count, ...change(tokens.slice(at, at + count), draw, tokens));
    return tokens.join('');
  };
}

function between(text: string, draw: Draw, length: number): readonly [number, number] {
  const start = draw.under(text.length + 1);
  return [start, Math.min(text.length, start + draw.under(length))];
}

function repeated(text: string, draw: Draw): string {
  const times = draw.of([2, 5, 20, 100, 500, 2500]);
  return text.repeat(Math.max(1, Math.min(times, Math.floor(longest / (text.length + 1)))));
}

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

const often: readonly Mutation[] = [
  onTokens(() => []),
  onTokens((taken) => [...taken, ...taken]),
  onTokens((taken) => taken.reverse()),
  onTokens((_, draw, all) => [draw.of(all)]),
  onTokens((taken, draw) => [draw.of(pieces), ...taken]),
  onTokens((_, draw) => [draw.of(pieces)]),
  // Two tokens change places.
  (text, draw) => {
    const tokens = tokensOf(text);
    const [one, two] = [draw.under(tokens.length), draw.under(tokens.length)];
    [tokens[one], tokens[two]] = [tokens[two] ?? '', tokens[one] ?? ''];
    return tokens.join('');
  },
  // The start of this file and the end of another.
  (text, draw, other) =>
    text.slice(0, draw.under(text.length)) + other.slice(draw.under(other.length)),
  (text, draw, other) => {
    const [at] = between(text, draw, 1);
    const [start, end] = between(other, draw, 400);
    return text.slice(0, at) + other.slice(start, end) + text.slice(at);
  },
  (text, draw) => text.slice(0, draw.under(text.length)),
  (text, draw) => text.slice(draw.under(text.length)),
];

const seldom: readonly Mutation[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replaceAll('\n', ' '),
  (text, draw) => text.replaceAll('\n', () => draw.of(['\n', '\r\n', '\r', '\n\r', '\u2028'])),
  (text) => `\ufeff${text}`,
  (text, draw) => text.replaceAll(draw.of(['(', ')', '{', '}', '"', ';', ',', '.', ':', ' ']), ''),
  (text, draw) => text.replace(/[a-z]\w*/gu, (word) => (draw.under(9) === 0 ? `${word}é😀` : word)),
  // One place many times: what grows faster than the file shows itself here.
  (text, draw) => {
    const [start, end] = between(text, draw, draw.of([5, 40, 200]));
    return text.slice(0, start) + repeated(text.slice(start, end), draw) + text.slice(end);
  },
  (text, draw) => {
    const all = lines(text);
    const at = draw.under(all.length);
    const some = all.slice(at, at + 1 + draw.under(4)).join('');
    return all.slice(0, at).join('') + repeated(some, draw) + all.slice(at).join('');
  },
  // Brackets around a place, many deep.
  (text, draw) => {
    const [start, end] = between(text, draw, draw.of([1, 20, 200]));
    const [open, close] = draw.of(brackets);
    const depth = draw.of([1, 10, 100, 600, 2000]);
    const inner = open.repeat(depth) + text.slice(start, end) + close.repeat(depth);
    return text.slice(0, start) + inner + text.slice(end);
  },
  (text, draw) => {
    const [start] = between(text, draw, 1);
    return text.slice(0, start) + repeated(draw.of(pieces), draw) + text.slice(start);
  },
];

/** A text changed at one to eight places. */
export function mutatedText(text: string, other: string, draw: Draw): string {
  const changes = 1 + draw.under(draw.of([1, 3, 8]));
  let changed = text;
  for (let change = 0; change < changes; change++) {
    const mutation = draw.of(draw.under(4) === 0 ? seldom : often);
    changed = mutation(changed, draw, other).slice(0, longest);
  }
  return changed;
}

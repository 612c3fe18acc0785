import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createFlagIndex } from '../../../../../src/core/flags/index/createFlagIndex';
import { languageReaders } from '../../../../../src/core/flags/reads/languageReaders';
import type { Span } from '../../../../../src/core/model/position';
import { sourceLanguageOf } from '../../../../../src/core/syntax/sourceLanguage';
import type { SyntaxParser } from '../../../../../src/core/syntax/syntaxTree';
import { textPositions } from '../../../../../src/core/syntax/textPositions';
import { loadTestParser } from '../../../../support/testParser';

const folder = 'test/fixtures/reads';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => sourceLanguageOf(file) !== null)
  .map((file) => ({
    file: `a.${file.split('.').at(-1)}`,
    text: readFileSync(`${folder}/${file}`, 'utf8'),
  }));

const files = ['a.ts', 'a.tsx', 'a.js', 'a.jsx', 'a.py', 'a.go', 'a.java', 'a.kt', 'a.cs'] as const;

/** Pieces that make trouble: brackets without partner, halves of tokens, odd line ends, characters outside the BMP. */
const pieces = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '`',
  '"',
  "'",
  '${',
  '/*',
  '*/',
  '//',
  '\r',
  '\r\n',
  '\u2028',
  '😀',
  '\ud83d',
  '\0',
  '?.',
  '...',
  '=>',
  ' as ',
  ' extends ',
  'export default ',
  'await ',
  '@',
  '#',
  'class A { static ',
  'enum E { ',
  'const { a = ',
  'import * as x from ',
  '\\',
  '\\u{',
  '<A.B x={',
  'class A(B):\n  ',
  'def f(self, *a, **k):\n',
  'global a\n',
  '@flag("',
  'f"{',
  "'''",
  '\n\t ',
  'lambda x: ',
  'func (a *b) c(',
  'type a struct { b',
  'const ( a = iota; ',
  ':= range ',
  'map[string]x{',
  '!',
  'namespace A { ',
  'using static A.B;',
  '#if X\n',
  '$@"{',
  ' => ',
  'companion object { ',
  'class A\n  constructor(',
  ' : B by c {',
  'fun interface ',
  '"${',
  '"""',
  'enum class E(val a: String) { A("',
  'import static a.B.*;',
  'new A() { ',
  'switch (a) { case A -> ',
];

interface Cut {
  readonly from: number;
  readonly length: number;
  readonly put: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...pieces), fc.constant(''), fc.string({ maxLength: 5 })),
});

function mutated(text: string, cuts: readonly Cut[]): string {
  return cuts.reduce((whole, { from, length, put }) => {
    const start = Math.floor(from * whole.length);
    return whole.slice(0, start) + put + whole.slice(start + length);
  }, text);
}

/** Every span anywhere in a value. */
function spansIn(value: unknown, found: Span[] = []): readonly Span[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('start' in value && 'end' in value) found.push(value as unknown as Span);
  for (const inner of Object.values(value)) spansIn(inner, found);
  return found;
}

let parser: SyntaxParser;

beforeAll(async () => {
  parser = await loadTestParser();
});

function check(file: string, text: string): void {
  const language = sourceLanguageOf(file);
  const read = language && languageReaders[language];
  if (!read) throw new Error(file);
  const { value: source, diagnostics } = read({
    path: file,
    language,
    text,
    parser,
    readers: new Set(),
  });
  const { lineCount, offsetAt, positionAt } = textPositions(text);
  for (const { start, end } of spansIn([source, diagnostics])) {
    expect(start.line).toBeLessThan(lineCount);
    expect(positionAt(offsetAt(start))).toEqual(start);
    expect(positionAt(offsetAt(end))).toEqual(end);
    expect(offsetAt(start)).toBeLessThanOrEqual(offsetAt(end));
  }
  const index = createFlagIndex();
  index.update({
    file,
    source,
    project: null,
    definitions: [],
    definitionFormat: null,
    diagnostics,
  });
  for (const { key, reads } of index.snapshot().flags) {
    for (const { keySpan } of reads) {
      if (!keySpan) continue;
      const written = text.slice(offsetAt(keySpan.start), offsetAt(keySpan.end));
      if (!written.includes('\\') && !written.includes('""'))
        expect(written.replaceAll('\r\n', '\n')).toBe(key.replaceAll('\r\n', '\n'));
    }
  }
}

test('sources as people write them while typing never crash, and places stay inside the file', () => {
  const runs = Number(process.env.FUZZ_RUNS ?? 250);
  fc.assert(
    fc.property(
      // Most in their own language, some read as another one.
      fc.option(fc.constantFrom(...files), { freq: 5, nil: null }),
      fc.constantFrom(...sources),
      fc.array(cut, { minLength: 1, maxLength: 6 }),
      (other, { file, text }, cuts) => check(other ?? file, mutated(text, cuts)),
    ),
    { numRuns: runs },
  );
}, 600_000);

test.each([
  ['a lone carriage return before nothing readable', '\r@@@@ ((((( useFlag }}}} <<<<'],
  [
    'carriage returns alone as line ends',
    "import { useFlag } from '@openfeature/react-sdk';\ruseFlag('k');",
  ],
])('%s: places stay inside the file', (_, text) => {
  for (const file of files) check(file, text);
});

test.each([
  ['parentheses', (depth: number) => '('.repeat(depth) + ')'.repeat(depth)],
  ['calls', (depth: number) => 'useFlag('.repeat(depth) + ')'.repeat(depth)],
  ['members', (depth: number) => `a${'.a'.repeat(depth)}.getBooleanValue('k', false)`],
  [
    'objects',
    (depth: number) => `const a = ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)};\nexport { a };`,
  ],
  ['sums', (depth: number) => `const a = ''${" + 'a'".repeat(depth)};\nuseFlag(a);`],
  ['conditions', (depth: number) => `useFlag(${'x ? "a" : '.repeat(depth)}'b');`],
  ['functions', (depth: number) => `export const a = ${'() => '.repeat(depth)}1;`],
  [
    'constants of constants',
    (depth: number) =>
      Array.from({ length: depth }, (_, index) => `const a${index} = a${index + 1};`).join('\n') +
      '\nuseFlag(a0);',
  ],
])('%s nested very deep end soon', (_, nested) => {
  const started = performance.now();
  check('a.tsx', `import { useFlag } from '@openfeature/react-sdk';\n${nested(600)}`);
  expect(performance.now() - started).toBeLessThan(10_000);
});

const python = 'from openfeature import api\nclient = api.get_client()\n';

test.each([
  ['parentheses', (depth: number) => '('.repeat(depth) + '1' + ')'.repeat(depth)],
  [
    'calls',
    (depth: number) => 'client.get_boolean_value('.repeat(depth) + '"a"' + ', 1)'.repeat(depth),
  ],
  ['members', (depth: number) => `client${'.a'.repeat(depth)}.get_boolean_value("k", False)`],
  ['dictionaries', (depth: number) => `a = ${'{"a": '.repeat(depth)}1${'}'.repeat(depth)}`],
  ['sums', (depth: number) => `client.get_boolean_value(""${' + "a"'.repeat(depth)}, False)`],
  ['lambdas', (depth: number) => `a = ${'lambda: '.repeat(depth)}1`],
  [
    'conditions',
    (depth: number) => `client.get_boolean_value(${'"a" if x else '.repeat(depth)}"b", False)`,
  ],
  [
    'blocks',
    (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}if a:\n`).join('') +
      `${' '.repeat(depth)}b = client.get_boolean_value(a, False)\n`,
  ],
  [
    'classes that extend each other',
    (depth: number) =>
      Array.from(
        { length: depth },
        (_, at) => `class A${at}(A${at + 1}):\n  b = A${at + 1}.b\n`,
      ).join('') + 'client.get_boolean_value(A0.b, A0().b)\n',
  ],
])('Python: %s nested very deep end soon', (_, nested) => {
  const started = performance.now();
  check('a.py', python + nested(600));
  expect(performance.now() - started).toBeLessThan(10_000);
});

const go =
  'package a\nimport "github.com/open-feature/go-sdk/openfeature"\n' +
  'var client = openfeature.NewDefaultClient()\n';

test.each([
  ['parentheses', (depth: number) => `var a = ${'('.repeat(depth)}1${')'.repeat(depth)}`],
  [
    'calls',
    (depth: number) =>
      `var a = ${'client.BooleanValue(a, '.repeat(depth)}"a"${', true)'.repeat(depth)}`,
  ],
  ['members', (depth: number) => `var a = client${'.a'.repeat(depth)}.BooleanValue(a, "k", false)`],
  [
    'literals',
    (depth: number) => `var a = ${'map[string]any{"a": '.repeat(depth)}1${'}'.repeat(depth)}`,
  ],
  ['sums', (depth: number) => `var a = client.BooleanValue(a, ""${' + "a"'.repeat(depth)}, false)`],
  [
    'functions',
    (depth: number) => `var a = ${'func() { b := '.repeat(depth)}1${'}'.repeat(depth)}`,
  ],
  [
    'types that hold each other',
    (depth: number) =>
      Array.from(
        { length: depth },
        (_, at) => `type A${at} struct { A${at + 1}; b A${at + 1}; c *A${at + 2} }\n`,
      ).join('') + 'func (a A0) d() { client.BooleanValue(nil, a.b.c.b.c.e, a.f()) }\n',
  ],
])('Go: %s nested very deep end soon', (_, nested) => {
  const started = performance.now();
  check('a.go', go + nested(600));
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  ['parentheses', (depth: number) => '('.repeat(depth) + ')'.repeat(depth)],
  [
    'calls',
    (depth: number) => `client.getBooleanValue(${'a('.repeat(depth)}${')'.repeat(depth)}, false)`,
  ],
  ['members', (depth: number) => `a${'.b()'.repeat(depth)}.getBooleanValue("k", false)`],
  ['sums', (depth: number) => `client.getBooleanValue("a"${' + "a"'.repeat(depth)}, false)`],
  ['blocks', (depth: number) => `${'{ '.repeat(depth)}${'} '.repeat(depth)}`],
  ['safe calls', (depth: number) => `a${'?.b()'.repeat(depth)}`],
])('%s nested very deep in a method end soon', (_, nested) => {
  for (const [file, head, tail] of [
    ['a.java', 'import dev.openfeature.sdk.*;\nclass A { Client client; void a() { ', '; } }'],
    ['a.kt', 'import dev.openfeature.sdk.*\nclass A(val client: Client) { fun a() { ', ' } }'],
    ['a.cs', 'using OpenFeature;\nclass A(IFeatureClient client) { void M() { ', '; } }'],
  ] as const) {
    const started = performance.now();
    check(file, `${head}${nested(600)}${tail}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  }
});

test.each([
  ['a.java', (depth: number) => 'class A { '.repeat(depth) + '}'.repeat(depth)],
  ['a.kt', (depth: number) => 'class A { '.repeat(depth) + '}'.repeat(depth)],
  ['a.kt', (depth: number) => 'class A\n'.repeat(depth)],
  ['a.kt', (depth: number) => `class A${'<'.repeat(depth)}`],
  ['a.cs', (depth: number) => 'class A { '.repeat(depth) + '}'.repeat(depth)],
  ['a.cs', (depth: number) => 'namespace A { '.repeat(depth) + '}'.repeat(depth)],
])('%s: types nested very deep end soon', (file, nested) => {
  const started = performance.now();
  check(file, nested(600));
  expect(performance.now() - started).toBeLessThan(10_000);
});

import { describe, expect, test } from 'vitest';
import { jsonValueOf } from '../../../../src/core/syntax/jsonDocument';
import { membersOf } from '../../../../src/core/syntax/nodeValues';
import { readToml } from '../../../../src/core/syntax/tomlDocument';

/** Texts and what they mean by toml.io/en/v1.0.0, read by hand. */
test.each<[string, string, unknown]>([
  ['nothing', '', {}],
  ['a comment', '# nothing\n', {}],
  [
    'values',
    'a = 1\nb = 1_000.5\nc = true\nd = "x"\ne = \'y\\z\'\n',
    { a: 1, b: 1000.5, c: true, d: 'x', e: 'y\\z' },
  ],
  ['dotted keys', 'a.b.c = 1\na.b.d = 2\n', { a: { b: { c: 1, d: 2 } } }],
  ['a table added to from below', '[a.b]\nx = 1\n[a]\ny = 2\n', { a: { b: { x: 1 }, y: 2 } }],
  ['an array of tables', '[[a]]\nx = 1\n[[a]]\nx = 2\n', { a: [{ x: 1 }, { x: 2 }] }],
  [
    'tables in it',
    '[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2\n',
    { a: [{ b: { x: 1 } }, { b: { x: 2 } }] },
  ],
  ['inline tables', 'a = { b = { c = [1, { d = 2 }] } }\n', { a: { b: { c: [1, { d: 2 }] } } }],
  [
    'dates as they are written',
    'a = 2026-02-01\nb = 2026-02-01T05:00:00.100Z\n',
    { a: '2026-02-01', b: '2026-02-01T05:00:00.100Z' },
  ],
  ['what is no number', 'a = nan\nb = -inf\n', { a: null, b: null }],
  ['a key that is no plain word', '"a b".\'c.d\' = 1\n', { 'a b': { 'c.d': 1 } }],
  ['a key that objects have anyway', '__proto__ = 1\n', JSON.parse('{"__proto__": 1}')],
])('%s', (_name, text, meaning) => {
  const { value, diagnostics } = readToml(text);
  expect(diagnostics).toEqual([]);
  expect(value && jsonValueOf(value)).toEqual(meaning);
});

describe('places', () => {
  test('of keys count as an editor counts, without quotes', () => {
    const text = 'x = "🙂"\r\n["🙂 a".b]\r\nc = 1\r\n';
    const [, quoted] = membersOf(readToml(text).value ?? undefined);
    expect(quoted?.key).toBe('🙂 a');
    expect(quoted?.keySpan).toEqual({
      start: { line: 1, column: 2 },
      end: { line: 1, column: 6 },
    });
  });

  test.each([
    ['a value that is missing', 'a = 1\nb = \n', 1, 'toml-syntax'],
    ['a key twice', 'a = 1\na = 2\n', 1, 'toml-syntax'],
    ['a list that breaks off', 'a = [1,\n', 0, 'toml-syntax'],
    ['nesting without end', `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`, 0, 'toml-depth'],
  ])('of an error: %s', (_name, text, line, code) => {
    const { value, diagnostics } = readToml(text);
    expect(value).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.span.start.line).toBe(line);
  });
});

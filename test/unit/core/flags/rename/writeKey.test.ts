import { describe, expect, test } from 'vitest';
import { writeKey } from '../../../../../src/core/flags/rename/writeKey';

/** The text after the key between « and » was replaced; a refusal in brackets. Expected texts: each language's own rules. */
function renamed(file: string, marked: string, newKey: string, key?: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace('«', '').replace('»', '');
  const place = { file, text, start, end, key: key ?? text.slice(start, end) };
  const written = writeKey(place, newKey);
  if (written.kind === 'refusal') return `(${written.reason})`;
  return text.slice(0, written.start) + written.newText + text.slice(written.end);
}

describe('a new key keeps the quotes and escapes of its place', () => {
  test.each([
    ['a.json', '{ "«a»": 1 }', 'b"c', '{ "b\\"c": 1 }'],
    ['a.json', '{ "«a\\u0062»": 1 }', 'x', '{ "x": 1 }', 'ab'],
    ['a.json', '{ "«a»": 1 }', 'x', '(its text there is another one)', 'b'],
    ['a.yaml', '«a»: 1', 'b', 'b: 1'],
    ['a.yaml', '«a»: 1', 'b: c', '"b: c": 1'],
    ['a.yaml', '«a»: 1', 'true', '"true": 1'],
    ['a.yaml', "'«a»': 1", "it's", "'it''s': 1"],
    ['a.yml', '"«a»": 1', 'b"c', '"b\\"c": 1'],
    [
      'a.yml',
      '"«\\x61»": 1',
      'b',
      '(it is written in a way that Flaglab cannot change safely)',
      'a',
    ],
    ['a.toml', '[«a»]', 'b-c', '[b-c]'],
    ['a.toml', '[«a»]', 'b.c', '["b.c"]'],
    ['a.toml', "['«a»']", "b'c", '(a text in single quotes cannot hold one)'],
    ['a.ts', "f('«a»')", 'b.c-d', "f('b.c-d')"],
    ['a.ts', "f('«a»')", "it's", "f('it\\'s')"],
    ['a.py', 'f("«a»")', 'b\\c', 'f("b\\\\c")'],
    ['a.py', "f(r'«a»')", 'b\\c', '(the string there cannot hold these characters safely)'],
    ['a.kt', 'f("«a»")', 'b$c', '(the string there cannot hold these characters safely)'],
    ['a.ts', 'f(`«a»`)', 'b`c', '(the string there cannot hold these characters safely)'],
    ['a.tsx', '<F k="«a»" />', 'b"c', '(the string there cannot hold these characters safely)'],
    ['a.ts', '({ «a»: 1 })', 'b_c', '({ b_c: 1 })'],
    [
      'a.ts',
      '({ «a»: 1 })',
      'b-c',
      '(it is a name in the code there, which can hold letters, digits and _ only)',
    ],
    ['a.ts', "f('«a\\'b»')", 'c', '(it is written with escapes)', "a'b"],
  ])('%s %s -> %s', (file, marked, newKey, expected, key?) => {
    expect(renamed(file, marked, newKey, key)).toBe(expected);
  });
});

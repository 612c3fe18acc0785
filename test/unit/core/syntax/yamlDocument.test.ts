import { describe, expect, test } from 'vitest';
import { readYaml, writeYamlString, yamlLimits } from '../../../../src/core/syntax/yamlDocument';
import { jsonOf } from '../../../../src/core/syntax/yamlNode';

function codesOf(text: string): readonly string[] {
  return readYaml(text).diagnostics.map(({ code }) => code);
}

describe('reading YAML', () => {
  // Expected values: YAML 1.2.2, section 10.3 (core schema).
  test.each([
    ['a: yes', { a: 'yes' }],
    ['a: on', { a: 'on' }],
    ['a: true', { a: true }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 0x1F', { a: 31 }],
    ['a: 1e3', { a: 1000 }],
    ['a: 12_000', { a: '12_000' }],
    ['a: 1:30', { a: '1:30' }],
    ['a: 2027-03-01', { a: '2027-03-01' }],
    ['1: x', { '1': 'x' }],
    ['a: &x 1\nb: *x', { a: 1, b: 1 }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
    ['%YAML 1.1\n---\na: yes', { a: 'yes' }],
    ['{a: [1, 2,], b}', { a: [1, 2], b: null }],
    ['', null],
  ])('%j', (text, value) => {
    const { value: document, diagnostics } = readYaml(text);
    expect(diagnostics).toEqual([]);
    expect(jsonOf(document!.root)).toEqual(value);
  });

  test('of a key that stands twice both are kept apart, and it is said', () => {
    const { value, diagnostics } = readYaml('a: 1\nb: 2\na: 3\n');
    expect(jsonOf(value!.root)).toEqual({ a: 3, b: 2 });
    expect(diagnostics).toMatchObject([
      {
        code: 'yaml-key-duplicate',
        span: { start: { line: 2, column: 0 }, end: { line: 2, column: 1 } },
      },
    ]);
  });
});

describe('what could hang or crash a host', () => {
  test('too long a text is not looked at', () => {
    expect(codesOf('a: 1\n'.repeat(yamlLimits.characters))).toEqual(['yaml-too-large']);
  });

  test.each(['[', '{ a: ', '- ', '? ', '[{'])('%j nested very deep', (piece) => {
    expect(codesOf(piece.repeat(10_000))).toEqual(['yaml-too-deep']);
  });

  test('indented very deep', () => {
    const lines = Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`);
    expect(codesOf(lines.join(''))).toEqual(['yaml-too-deep']);
  });

  test('an alias for itself', () => {
    expect(codesOf('a: &a [*a]')).toEqual(['yaml-alias-unknown']);
  });

  test('more aliases than are of use', () => {
    expect(codesOf(`a: &a 1\nb: [${'*a, '.repeat(yamlLimits.aliases + 1)}]`)).toEqual([
      'yaml-alias-limit',
    ]);
  });

  test('aliases of aliases that would write out to millions of values', () => {
    const level = (name: string, inner: string) =>
      `${name}: &${name} [${`*${inner},`.repeat(9)}]\n`;
    const text =
      'a: &a [x,x,x,x,x,x,x,x,x]\n' +
      level('b', 'a') +
      level('c', 'b') +
      level('d', 'c') +
      level('e', 'd') +
      level('f', 'e');
    expect(codesOf(text)).toEqual(['yaml-alias-limit']);
  });

  test('one mistake a line is told, and not more than can be read', () => {
    expect(codesOf('"'.repeat(5000))).toHaveLength(1);
    expect(codesOf('a: "x" y\n'.repeat(5000)).length).toBeLessThanOrEqual(yamlLimits.errors);
  });
});

describe('writing a string', () => {
  test.each([
    ['plain words', {}, 'plain words'],
    ['on', {}, '"on"'],
    ['1:30', {}, '"1:30"'],
    ['2027-03-01', {}, '"2027-03-01"'],
    ['12', {}, '"12"'],
    ['', {}, '""'],
    ['a, b', {}, 'a, b'],
    ['a, b', { flow: true }, '"a, b"'],
    ['x', { style: 'single-quoted' }, "'x'"],
    ['x', { style: 'double-quoted' }, '"x"'],
    ['x', { style: 'literal' }, '"x"'],
    ['*.ts', {}, '"*.ts"'],
    ['two\nlines', {}, '"two\\nlines"'],
  ] as const)('%j %j', (value, options, written) => {
    expect(writeYamlString(value, options)).toBe(written);
  });
});

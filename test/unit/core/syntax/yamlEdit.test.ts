import { describe, expect, test } from 'vitest';
import type { JsonPath, JsonValue } from '../../../../src/core/model/json';
import { applyTextEdits } from '../../../../src/core/syntax/applyTextEdits';
import { editYaml } from '../../../../src/core/syntax/yamlEdit';

const keyOrder = () => ['version', 'flag', 'name', 'weight', 'a', 'b', 'c', 'd', 'e'];

function edited(before: string, path: JsonPath, value?: JsonValue): string | null {
  const edit = value === undefined ? { path } : { path, value };
  const { value: edits, diagnostics } = editYaml(before, [edit], { keyOrder });
  expect(edits === null).toBe(diagnostics.length > 0);
  return edits && applyTextEdits(before, edits);
}

/** Expected texts: read by a person as what they would have typed. */
function check(before: string, path: JsonPath, value: JsonValue | undefined, after: string | null) {
  test(`${JSON.stringify(before)} ${path.join('.')} = ${JSON.stringify(value)}`, () => {
    expect(edited(before, path, value)).toBe(after);
  });
}

describe('setting a value that is there', () => {
  check('a: 1 # one\nb: 2\n', ['a'], 5, 'a: 5 # one\nb: 2\n');
  check('a: 0.05', ['a'], 0.1 + 0.2, 'a: 0.3');
  check('a: 0.05', ['a'], 0.05300000000000001, 'a: 0.053');
  check('a: 0.05', ['a'], 1.5e-7, 'a: 0.00000015');
  check('a: 1', ['a'], 9007199254740991, 'a: 9007199254740991');
  check('a: 1', ['a'], 1, 'a: 1');
  check('a: 0x10', ['a'], 16, 'a: 0x10');
  check('a: x', ['a'], 'y z', 'a: y z');
  check("a: 'x'", ['a'], 'y', "a: 'y'");
  check('a: "x"', ['a'], 'y', 'a: "y"');
  check("a: 'x'", ['a'], "it's", "a: 'it''s'");
  check('a: x', ['a'], 'on', 'a: "on"');
  check('a: x', ['a'], 'key: value', 'a: "key: value"');
  check('a: x', ['a'], 'x #y', 'a: "x #y"');
  check('a: x', ['a'], '12', 'a: "12"');
  check('a: x', ['a'], '', 'a: ""');
  check('a: x', ['a'], 'two\nlines', 'a: "two\\nlines"');
  check('a: { b: x }', ['a', 'b'], 'y, z', 'a: { b: "y, z" }');
  check('a: { b: x }', ['a', 'b'], '{', 'a: { b: "{" }');
  check('a: x', ['a'], true, 'a: true');
  check('a: x', ['a'], null, 'a: null');
  check('a:\nb: 2\n', ['a'], 5, 'a: 5\nb: 2\n');
  check('a: # why\nb: 2\n', ['a'], 5, 'a: 5 # why\nb: 2\n');
  check('a: ~\n', ['a'], 5, 'a: 5\n');
  check('a: {b: 1,c: 2}', ['a', 'c'], 3, 'a: {b: 1,c: 3}');
  check('- 1\n- 2\n', [1], 3, '- 1\n- 3\n');
  check('{ b, c: }', ['b'], 1, '{ b: 1, c: }');
  check('{ b, c: }', ['c'], 1, '{ b, c: 1 }');
  check('\uFEFFa: 1\r\nb: 2\r\n', ['a'], 3, '\uFEFFa: 3\r\nb: 2\r\n');
  check('a: long\n  text\nb: 1\n', ['a'], 'short', 'a: short\nb: 1\n');
  check('? a\n: 1\n', ['a'], 2, '? a\n: 2\n');
  check('a: !!str 5\n', ['a'], 'x', 'a: !!str x\n');
  check('a: |\n    one\n    two\nb: 1\n', ['a'], 'x\ny\n', 'a: |\n    x\n    y\nb: 1\n');
  check('a: >\n  one\n  two\n', ['a'], 'three\n', 'a: >\n  three\n');
  check('a: >-\r\n  one\r\nb: 1\r\n', ['a'], 'three', 'a: >-\r\n  three\r\nb: 1\r\n');
  check('a: |\n  one\nb: 1\n', ['a'], '', 'a: ""\nb: 1\n');
  check('a: |\n  one\nb: 1\n', ['a'], 5, 'a: 5\nb: 1\n');
  check('a: |\n  one', ['a'], 'two\n', 'a: |\n  two');
});

describe('setting a group or a list', () => {
  check('a: { b: 1 }\n', ['a'], { c: 2 }, 'a: { c: 2 }\n');
  check('a:\n  b: 1 # b\nc: 1\n', ['a'], { b: 2 }, 'a:\n  b: 2 # b\nc: 1\n');
  check('a: { b: 1, c: 2 } # x\n', ['a'], { c: 3, d: 4 }, 'a: { c: 3, d: 4 } # x\n');
  check('a: [1, 2, 3]', ['a'], [1, 3], 'a: [1, 3]');
  check('a: [1, 3]', ['a'], [1, 2, 3], 'a: [1, 2, 3]');
  check('a:\n  - 1 # x\n  - 3\n', ['a'], [1, 2, 3], 'a:\n  - 1 # x\n  - 2\n  - 3\n');
  check('a:\n  - 1 # x\n', ['a'], [0, 1], 'a:\n  - 0\n  - 1 # x\n');
  check('a:\n  - 1 # x\n  - 2 # y\n  - 3 # z\n', ['a'], [1, 3], 'a:\n  - 1 # x\n  - 3 # z\n');
  check('a: []\nb: 1\n', ['a'], [1], 'a: [1]\nb: 1\n');
  check('a: {}\nb: 1\n', ['a'], { c: 1 }, 'a: { c: 1 }\nb: 1\n');
  check('a: 1\nb: 1\n', ['a'], { c: 1 }, 'a: { c: 1 }\nb: 1\n');
  check('a:\n  b: 1\nc: 1\n', ['a'], 5, 'a: 5\nc: 1\n');
  check('a:\n  - { name: x }\n', ['a', 0], 5, 'a:\n  - 5\n');
  check('a:\nb: 1\n', ['a'], [{ name: 'x' }], 'a:\n  - { name: x }\nb: 1\n');
  check('a: # c\nb: 1\n', ['a'], [{ name: 'x' }], 'a: # c\n  - { name: x }\nb: 1\n');
});

describe('adding what is missing', () => {
  check('version: 1\n', ['flag'], 'x', 'version: 1\nflag: x\n');
  check('version: 1', ['flag'], 'x', 'version: 1\nflag: x');
  check('version: 1\r\nb: 2\r\n', ['a'], 1, 'version: 1\r\na: 1\r\nb: 2\r\n');
  check('version: 1\n\n# about b\nb: 2\n', ['a'], 1, 'version: 1\na: 1\n\n# about b\nb: 2\n');
  check('b: 2\n', ['a'], 1, 'a: 1\nb: 2\n');
  check('zzz: 1\n', ['a'], 1, 'a: 1\nzzz: 1\n');
  check('a: 1\n', ['zzz'], 1, 'a: 1\nzzz: 1\n');
  check('a: { b: 1, d: 2 }', ['a', 'c'], 3, 'a: { b: 1, c: 3, d: 2 }');
  check('a: {b: 1}', ['a', 'c'], 3, 'a: {b: 1, c: 3}');
  check('a: { c: 1 }', ['a', 'b'], 3, 'a: { b: 3, c: 1 }');
  check('a: { }', ['a', 'b'], 3, 'a: { b: 3 }');
  check('a: {}', ['a', 'b'], 3, 'a: { b: 3 }');
  check('a: { b: 1, }', ['a', 'c'], 3, 'a: { b: 1, c: 3, }');
  check(
    'a: {\n  b: 1, # x\n  d: 2 # y\n}\n',
    ['a', 'e'],
    3,
    'a: {\n  b: 1, # x\n  d: 2, # y\n  e: 3\n}\n',
  );
  check(
    'a: {\n  b: 1, # x\n  d: 2, # y\n}\n',
    ['a', 'c'],
    3,
    'a: {\n  b: 1, # x\n  c: 3,\n  d: 2, # y\n}\n',
  );
  check('a: {\n  b: 1,\n}\n', ['a', 'c'], 3, 'a: {\n  b: 1,\n  c: 3,\n}\n');
  check('a: {\n  b: 1\n}\n', ['a', 'a'], 3, 'a: {\n  a: 3,\n  b: 1\n}\n');
  check('a:\n    b: 1 # x\n', ['a', 'c'], 3, 'a:\n    b: 1 # x\n    c: 3\n');
  check('a:\n  b: 1\n  # inner\nb: 2\n', ['a', 'c'], 3, 'a:\n  b: 1\n  c: 3\n  # inner\nb: 2\n');
  check('a:\n  b: 1\n  # inner\nc: 2\n', ['b'], 3, 'a:\n  b: 1\n  # inner\nb: 3\nc: 2\n');
  check('a: |\n  x\n\nc: 1\n', ['b'], 2, 'a: |\n  x\nb: 2\n\nc: 1\n');
  check('- name: x\n- name: z\n', [0, 'weight'], 1, '- name: x\n  weight: 1\n- name: z\n');
  check('-   name: x\n', [0, 'weight'], 1, '-   name: x\n    weight: 1\n');
  check('a:\n- 1\n', ['a', 1], 2, 'a:\n- 1\n- 2\n');
  check(
    'a:\n  - name: x\n    weight: 1\n',
    ['a', 1],
    { name: 'z', weight: 2 },
    'a:\n  - name: x\n    weight: 1\n  - name: z\n    weight: 2\n',
  );
  check('a:\n  - { name: x }\n', ['a', 1], { name: 'z' }, 'a:\n  - { name: x }\n  - { name: z }\n');
  check('a: [{ name: x }]\n', ['a', 1], { name: 'z' }, 'a: [{ name: x }, { name: z }]\n');
  check('a: []\n', ['a', 0, 'b'], 1, 'a: [{ b: 1 }]\n');
  check('version: 1\n', ['a', 'b', 'c'], 1, 'version: 1\na: { b: { c: 1 } }\n');
  check('version: 1\n', ['a', 0, 'name'], 'x', 'version: 1\na:\n  - { name: x }\n');
  check('', ['version'], 1, 'version: 1\n');
  check('# only a comment', ['version'], 1, '# only a comment\nversion: 1\n');
  check('---\n', ['version'], 1, '---\nversion: 1\n');
  check('{}', ['version'], 1, '{ version: 1 }');
  check('{"a": 1}', ['b'], 'x', '{"a": 1, b: x}');
});

describe('removing', () => {
  check('a: 1\nb: 2 # gone\nc: 3\n', ['b'], undefined, 'a: 1\nc: 3\n');
  check('a: 1\nb: 2\n', ['b'], undefined, 'a: 1\n');
  check('a: 1\nb: 2', ['b'], undefined, 'a: 1');
  check('a: 1\r\nb: 2\r\n', ['a'], undefined, 'b: 2\r\n');
  check('# top\na: 1\n# about b\nb: 2\n', ['b'], undefined, '# top\na: 1\n# about b\n');
  check('a: 1\n', ['a'], undefined, '{}\n');
  check('a:\n  b: 1\nc: 2\n', ['a', 'b'], undefined, 'a: {}\nc: 2\n');
  check('a: # why\n  b: 1 # x\nc: 2\n', ['a', 'b'], undefined, 'a: {} # why\nc: 2\n');
  check('a:\n  - 1\n', ['a', 0], undefined, 'a: []\n');
  check('- name: x # n\n  weight: 1\n', [0, 'name'], undefined, '- weight: 1\n');
  check('- name: x\n  # w\n  weight: 1\n', [0, 'name'], undefined, '- # w\n  weight: 1\n');
  check('- name: x\n', [0, 'name'], undefined, '- {}\n');
  check('a: { b: 1, c: 2 }', ['a', 'b'], undefined, 'a: { c: 2 }');
  check('a: { b: 1, c: 2 }', ['a', 'c'], undefined, 'a: { b: 1 }');
  check('a: { b: 1, c: 2, }', ['a', 'c'], undefined, 'a: { b: 1, }');
  check('a: { b: 1 }', ['a', 'b'], undefined, 'a: {}');
  check('a: {\n  b: 1, # x\n  c: 2 # y\n}\n', ['a', 'c'], undefined, 'a: {\n  b: 1, # x\n}\n');
  check('a: {\n  b: 1, # x\n  c: 2 # y\n}\n', ['a', 'b'], undefined, 'a: {\n  c: 2 # y\n}\n');
  check('a: [1, 2, 3]', ['a', 1], undefined, 'a: [1, 3]');
  check('a: |\n  x\n  y\nb: 1\n', ['a'], undefined, 'b: 1\n');
  check('a: 1\nb: |\n  x\n  y\n', ['b'], undefined, 'a: 1\n');
  check('a: 1\n', ['zzz'], undefined, 'a: 1\n');
  check('a: 1\n', ['a', 'b', 'c'], undefined, 'a: 1\n');
});

describe('refusing', () => {
  check('a: &x 1\nb: *x\n', ['a'], 2, null);
  check('a: &x { c: 1 }\nb: *x\n', ['b', 'c'], 2, null);
  check('a: &x 1\nb: *x\n', ['a'], undefined, null);
  check('a: 1\n', ['a', 'b'], 2, null);
  check('a: [1]\n', ['a', 3], 2, null);
  check('a: [1]\n', ['a', 'b'], 2, null);
  check('a: 1\n', ['b', 2], 2, null);
  check('a: [1\n', ['a'], 2, null);
  check('a: 1\na: 2\n', ['a'], 3, null);
  check('a: 1\n---\nb: 2\n', ['a'], 3, null);
  check('a: 1\n', ['a'], NaN, null);
  check('a: 1\n', ['a'], { b: Infinity }, null);
  check('a: 1\n', [], undefined, null);
  check('a: &x 1\nb: *x\n', ['b'], 2, 'a: &x 1\nb: 2\n');
});

describe('several edits at once', () => {
  test('each sees the result of those before, and spans count from the text before all', () => {
    const before = 'a: 1 # one\nb: { c: 1 }\n';
    const { value } = editYaml(
      before,
      [
        { path: ['a'], value: 2 },
        { path: ['b', 'd'], value: 1 },
        { path: ['b', 'd'], value: 5 },
        { path: ['b', 'c'] },
      ],
      { keyOrder },
    );
    expect(applyTextEdits(before, value!)).toBe('a: 2 # one\nb: { d: 5 }\n');
    expect(value![0]).toEqual({
      span: { start: { line: 0, column: 3 }, end: { line: 0, column: 4 } },
      newText: '2',
    });
  });

  test('there and back leaves no edit', () => {
    const edits = [
      { path: ['a'], value: 2 },
      { path: ['a'], value: 1 },
    ];
    expect(editYaml('a: 1\n', edits, { keyOrder }).value).toEqual([]);
  });
});

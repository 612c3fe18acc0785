import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mayHoldDefinitions } from '../../../../../src/core/flags/definitions/definitionFileNames';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { describeRollout } from '../../../../../src/core/flags/describe/describeRollout';
import { isPartlyOn } from '../../../../../src/core/flags/describe/isPartlyOn';
import type { FlagDefinition } from '../../../../../src/core/model/flagDefinition';
import { projectPath } from '../../../../house/projectFiles';

const file = 'flags/shares.flagd.json';
const text = readFileSync(projectPath('test/fixtures/definitions/flagd/shares.flagd.json'), 'utf8');
const shares = readDefinitions(file, text);

function definitionOf(key: string): FlagDefinition {
  const found = shares?.value.find((definition) => definition.key === key);
  if (found === undefined) throw new Error(`${key} was not read`);
  return found;
}

/** Key, what a person reads in the file, and whether people get different variants. */
const read: readonly (readonly [key: string, words: string, partly: boolean])[] = [
  ['tenth', 'on for 10 %', true],
  ['by-session', 'a 25 % · b 25 % · c 50 %', true],
  ['all-weight-on-one', 'on for everyone', false],
  ['everyone-on', 'on for everyone', false],
  ['number', 'few (4) for everyone', false],
  ['named-like-its-value', '5x for everyone', false],
  ['no-default', 'the default in the code', false],
  ['switched-off', 'disabled: the default in the code', false],
  ['empty-targeting', 'off for everyone', false],
  ['countries', 'on if country is one of "DE", "AT", else off', true],
  ['staff-then-tenth', 'on if email ends with "@example.com", else on for 10 %', true],
  ['chain', 'new if plan is "gold", new if version >= "2.0.0", else old', true],
  ['bare-condition', 'on if email starts with "a", else off', true],
  [
    'computed-weight',
    'cannot know who gets it: the shares of "fractional" are computed, not written',
    true,
  ],
  [
    'unknown-operator',
    'cannot know who gets it: Flaglab does not know which variant "weekday" gives',
    true,
  ],
  [
    'missing-evaluator',
    'cannot know who gets it: the evaluator "nobody" is not defined in this file',
    true,
  ],
];

describe('flagd says who gets a flag', () => {
  test.each(read)('%s: %s', (key, words, partly) => {
    expect(describeRollout(definitionOf(key)).full).toBe(words);
    expect(isPartlyOn(definitionOf(key))).toBe(partly);
  });

  test('of every flag of the file, without complaint', () => {
    expect(shares?.value.map(({ key }) => key)).toEqual(read.map(([key]) => key));
    expect(shares?.diagnostics).toEqual([]);
  });

  test('a share is exact', () => {
    expect(definitionOf('by-session').rollout).toEqual({
      kind: 'split',
      shares: [
        { variant: 'a', share: 0.25 },
        { variant: 'b', share: 0.25 },
        { variant: 'c', share: 0.5 },
      ],
    });
  });
});

describe('positions', () => {
  test('a key is placed without its quotes', () => {
    const line = text.split('\n').findIndex((content) => content.includes('"tenth": { "state"'));
    expect(definitionOf('tenth').keySpan).toEqual({
      start: { line, column: 5 },
      end: { line, column: 10 },
    });
  });

  test.each(['\n', '\r\n'])('line ends %j count the same', (lineEnd) => {
    const again = readDefinitions(file, text.replaceAll('\n', lineEnd));
    expect(again?.value.map(({ keySpan }) => keySpan)).toEqual(
      shares?.value.map(({ keySpan }) => keySpan),
    );
  });
});

/** Reads a text in which `⟦` marks the place where the first message is expected. */
function checkFirst(marked: string, code: string): void {
  const before = marked.split('⟦')[0] ?? '';
  const lines = before.split('\n');
  const [first] = readDefinitions('x.flagd.json', marked.replace('⟦', ''))?.diagnostics ?? [];
  expect(first?.code).toBe(code);
  expect(first?.span.start).toEqual({ line: lines.length - 1, column: lines.at(-1)?.length });
}

const sound = '"state": "ENABLED", "variants": {"on": true, "off": false}';

describe('what is wrong is said with its place', () => {
  test.each([
    ['a trailing comma', '{\n  "flags": {},\n⟦}', 'json-syntax'],
    ['a comment', '⟦// flags\n{"flags": {}}', 'json-syntax'],
    ['an empty file', '⟦', 'json-syntax'],
    ['binary', '⟦\u0000\u0001\u0002', 'json-syntax'],
    ['no state', '{"flags": {"⟦f": {"variants": {"on": true}}}}', 'flagd-state'],
    ['no variants', '{"flags": {"⟦f": {"state": "ENABLED"}}}', 'flagd-variants'],
    [
      'variants of two types',
      '{"flags": {"f": {"state": "ENABLED", "variants": ⟦{"a": 1, "b": "x"}}}}',
      'flagd-variant-types',
    ],
    [
      'a default that is no variant',
      `{"flags": {"f": {${sound}, "defaultVariant": ⟦"maybe"}}}`,
      'flagd-default-variant',
    ],
    [
      'a negative weight',
      `{"flags": {"f": {${sound}, "targeting": {"fractional": [["on", ⟦-1], ["off", 2]]}}}}`,
      'flagd-weight',
    ],
    ['a flag that is a string', '{"flags": {"f": ⟦"on"}}', 'flagd-flag'],
    ['a flag twice', `{"flags": {"f": {${sound}}, "⟦f": {${sound}}}}`, 'flag-defined-twice'],
    ['nesting without end', `⟦{"flags": ${'['.repeat(100_000)}`, 'json-depth'],
  ])('%s', (_name, marked, code) => {
    checkFirst(marked, code);
  });

  test('what can be read in spite of an error is read', () => {
    const reading = readDefinitions(
      'x.flagd.json',
      `{"flags": {"f": {${sound}, "defaultVariant": "on",}}}`,
    );
    expect(reading?.value.map((definition) => describeRollout(definition).full)).toEqual([
      'on for everyone',
    ]);
  });
});

describe('which files are flagd’s', () => {
  test.each([
    [
      'any name, with the schema',
      'config/features.json',
      '{"$schema": "https://flagd.dev/schema/v0/flags.json", "flags": {}}',
      true,
    ],
    ['its own ending', 'x.flagd.json', '{"flags": {}}', true],
    [
      'another file with flags',
      'config/features.json',
      '{"flags": {"f": {"state": "ENABLED"}}}',
      false,
    ],
    [
      'another schema',
      'config/features.json',
      '{"$schema": "https://example.com/flags.json", "flags": {}}',
      false,
    ],
  ])('%s', (_name, name, content, is) => {
    expect(mayHoldDefinitions(name)).toBe(true);
    expect(readDefinitions(name, content)?.format === 'flagd').toBe(is);
  });

  test('the daemon’s array of flags is read too', () => {
    const reading = readDefinitions(
      'x.flagd.json',
      `{"flags": [{"key": "f", ${sound}, "defaultVariant": "off"}]}`,
    );
    expect(reading?.value[0]).toMatchObject({
      key: 'f',
      keySpan: { start: { line: 0, column: 20 } },
    });
  });

  test('the environment comes from the file’s name or its folder', () => {
    const environment = (name: string) =>
      readDefinitions(name, `{"flags": {"f": {${sound}}}}`)?.value[0]?.environment;
    expect(environment('flags/shop.prod.flagd.json')).toBe('production');
    expect(environment('flags/staging/shop.flagd.json')).toBe('staging');
    expect(environment('test/flags/shop.flagd.json')).toBe('default');
  });
});

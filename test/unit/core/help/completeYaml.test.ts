import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../../src/core/experiment/plan/parsePlan';
import { completeYaml } from '../../../../src/core/help/completeYaml';
import type { YamlSchemaKind } from '../../../../src/core/help/yamlFileKinds';
import { textPositions } from '../../../../src/core/syntax/textPositions';
import { examplePlanText } from '../../../support/examplePlanText';
import { atCaret, textIn } from '../../../support/markedText';

function entriesAt(marked: string, kind: YamlSchemaKind = 'plan') {
  const { text, position } = atCaret(marked);
  return completeYaml(kind, text, position).toSorted((one, other) =>
    one.sortText < other.sortText ? -1 : 1,
  );
}

/** Labels offered at the caret, in their order; `...` at the end: and more. */
function check(marked: string, labels: readonly string[], kind: YamlSchemaKind = 'plan') {
  test.each([marked, marked.replaceAll('\n', '\r\n')])('%j', (each) => {
    const offered = entriesAt(each, kind).map(({ label }) => label);
    const isOpen = labels.at(-1) === '...';
    expect(isOpen ? offered.slice(0, labels.length - 1) : offered).toEqual(
      isOpen ? labels.slice(0, -1) : labels,
    );
  });
}

/** The text after the first entry with this label was taken, its placeholders filled with what they offer. */
function taken(marked: string, label: string, kind: YamlSchemaKind = 'plan'): string {
  const { text } = atCaret(marked);
  const entry = entriesAt(marked, kind).find((each) => each.label === label)!;
  const positions = textPositions(text);
  const start = positions.offsetAt(entry.span.start);
  const margin = /^[ ]*/.exec(text.slice(positions.lineStart(entry.span.start.line)))![0];
  const inserted = entry.snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\\([$}\\])/g, '$1')
    .replaceAll('\n', `\n${margin}`);
  return text.slice(0, start) + inserted + text.slice(positions.offsetAt(entry.span.end));
}

const design = [
  'significanceLevel',
  'power',
  'sides',
  'analysis',
  'sampleSizePerVariant',
  'days',
  'correction',
  'success',
  'powerCounts',
  'cluster',
  'ratioAlarmLevel',
  'looks',
  'bounds',
  'exponent',
  'spending',
  'futility',
  'method',
  'vendor',
  'tuning',
  'mixing',
  'prior',
  'rule',
];
const without = (...keys: readonly string[]) => design.filter((key) => !keys.includes(key));

describe('keys', () => {
  check('‸', [
    'version',
    'flag',
    'variants',
    'metrics',
    'hypothesis',
    'unit',
    'design',
    'traffic',
    '...',
  ]);
  check('version: 1\n‸\nflag: x\n', ['variants', 'metrics', 'hypothesis', '...']);
  check('version: 1\nfl‸', ['flag', 'variants', '...']);
  check('version: 1\n\n# comment\n‸', ['flag', '...']);
  check('design:\n  ‸', design);
  check('design:\n  po‸\n  sides: one\n', without('sides'));
  check('design:\n  sides: one\n  ‸\ntraffic: {}\n', without('sides'));
  check('design:\n    sides: one\n    p‸', without('sides'));
  check('design: { ‸ }', design);
  check('design: {‸', design);
  check('design: { sides: one, p‸ }', without('sides'));
  check('design: { sides: one,‸ power: 0.8 }', without('sides', 'power'));
  check('design: {\n  sides: one,\n  ‸\n', without('sides'));
  check('design: {\n  sides: one,\n  ‸\n}\nflag: x\n', without('sides'));
  check('design: { sides: one,\nfl‸', ['version', 'flag', 'variants', '...']);
  check('metrics:\n  - name: x\n    ‸', [
    'role',
    'kind',
    'baseline',
    'minimumDetectableEffect',
    'direction',
    '...',
  ]);
  check('metrics:\n  - name: x\n  - role: primary\n    ‸', ['name', 'kind', '...']);
  check('metrics:\n- name: x\n  ‸', ['role', '...']);
  check('metrics:\n  - name: x\n    minimumDetectableEffect: { ‸ }', ['relative', 'absolute']);
  check('metrics:\n  - { minimumDetectableEffect: { relative: 0.1, ‸ } }', []);
  check('variants:\n  - { name: x, ‸ }\n  - { weight: 1 }\n', ['weight', 'flagVariant']);
  check('this is : not : yaml [\nflag: x\n‸', ['version', 'variants', '...']);
  check('design:\n  sides: "one\n  ‸', without('sides'));
  check('keep:\n  - key: x\n    ‸', ['until', 'reason'], 'settings');
  check(
    'wrappers: [{ name: x, ‸ }]',
    ['module', 'receiver', 'key', 'named', 'property', 'default', 'sdk'],
    'settings',
  );
  check('version: 1\nin‸', ['include', 'exclude', '...'], 'settings');
  check('metrics:\n  errorRate:\n    ‸', ['baseline', 'traffic'], 'settings');
});

describe('values', () => {
  check('design: { sides: ‸ }', ['one', 'two']);
  check('design:\n  sides: ‸', ['one', 'two']);
  check('design:\n  sides:‸', ['one', 'two']);
  check('design:\n  sides: o‸\n', ['one', 'two']);
  check('design: { power: 0‸.9, sides: two }', ['0.8']);
  check('metrics:\n  - { name: x, role: pri‸ }', ['primary', 'secondary', 'guardrail']);
  check('unit: ‸', ['user']);
  check('traffic: { newUnitsPerDay: ‸', ['0', '12000']);
  check('lifetimes:\n  release: ‸', ['permanent'], 'settings');
  check('include: [‸]', ['apps/'], 'settings');
  check('include:\n  - ‸', ['apps/'], 'settings');
});

describe('nothing', () => {
  check('# ab‸c', []);
  check('flag: x # ‸', []);
  check('flag: x\n    ‸', []);
  check('hypothesis: |\n  text ‸\n', []);
  check('surprise:\n  ‸', []);
  check('surprise: ‸', []);
  check('design: { sides: one ‸ }', []);
  check('version: 1\n---‸\n', []);
});

describe('what is inserted', () => {
  test.each([
    ['fl‸', 'flag', 'flag: one_click_checkout'],
    ['design: { p‸ }', 'power', 'design: { power: 0.8 }'],
    ['design:\n  sid‸', 'sides', 'design:\n  sides: two'],
    ['design:\n  sides:‸', 'one', 'design:\n  sides: one'],
    ['des‸: { power: 0.9 }', 'design', 'design: { power: 0.9 }'],
    [
      'vari‸',
      'variants',
      'variants:\n  - { name: control, weight: 50 }\n  - { name: treatment, weight: 50 }',
    ],
    [
      'variants:\n  - ‸',
      '{ name: control, weight: 50 }',
      'variants:\n  - { name: control, weight: 50 }',
    ],
    [
      'variants:\n  ‸',
      '{ name: control, weight: 50 }',
      'variants:\n  - { name: control, weight: 50 }',
    ],
    [
      'metrics:\n  - minimum‸',
      'minimumDetectableEffect',
      'metrics:\n  - minimumDetectableEffect: { relative: 0.05 }',
    ],
  ])('%j %s: %j', (marked, label, after) => {
    expect(taken(marked, label)).toBe(after);
  });

  test('a plan made of nothing but what is offered is a plan', () => {
    const keys = entriesAt('‸').map(({ label }) => label);
    const text = keys.reduce((before, key) => `${taken(`${before}‸`, key)}\n`, '');
    expect(entriesAt(`${text}‸`)).toEqual([]);
    const { plan, diagnostics } = parsePlan(text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan!.flag).toBe('one_click_checkout');
  });

  test('every entry has help', () => {
    for (const { detail, markdown } of entriesAt('design: { ‸ }')) {
      expect(detail).not.toBe('');
      expect(markdown).toContain('**');
    }
  });
});

test(
  'any place in any text: it answers, and replaces a word around the place',
  { timeout: 60_000 },
  () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '\n',
      '\r\n',
      '"',
      "'",
      '#',
      ' ',
      '|\n',
      'x',
      ':',
    );
    fc.assert(
      fc.property(fc.nat(700), piece, piece, fc.nat(700), (at, first, second, caret) => {
        const text = examplePlanText.slice(0, at) + first + second + examplePlanText.slice(at);
        const positions = textPositions(text);
        const position = positions.positionAt(caret);
        for (const { span } of completeYaml('plan', text, position)) {
          expect(textIn(text, span)).not.toMatch(/[\r\n]/);
          expect(positions.offsetAt(span.start)).toBeLessThanOrEqual(positions.offsetAt(position));
          expect(positions.offsetAt(span.end)).toBeGreaterThanOrEqual(positions.offsetAt(position));
        }
      }),
      { numRuns: 500 },
    );
  },
);

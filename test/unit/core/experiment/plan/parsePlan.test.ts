import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { examplePlan } from '../../../../support/examplePlan';
import { examplePlanText, examplePlanWith } from '../../../../support/examplePlanText';
import { textIn } from '../../../../support/markedText';

interface Expected {
  readonly code: string;
  /** The text that is underlined. */
  readonly at: string;
  /** Pieces of the message. */
  readonly says: readonly string[];
}

/** One change to the example, and all that is to be said about it; the same with CRLF line endings. */
function check(piece: string, replacement: string, expected: readonly Expected[]) {
  test.each([
    ['LF', examplePlanWith(piece, replacement)],
    ['CRLF', examplePlanWith(piece, replacement).replaceAll('\n', '\r\n')],
  ])(`${JSON.stringify(replacement)} for ${JSON.stringify(piece)}, %s`, (_, text) => {
    const { plan, diagnostics } = parsePlan(text);
    const isBroken = diagnostics.some(({ severity }) => severity === 'error');
    expect(plan === null).toBe(isBroken);
    expect(diagnostics.map(({ code, span }) => [code, textIn(text, span)])).toEqual(
      expected.map(({ code, at }) => [code, at]),
    );
    expected.forEach(({ says }, index) => {
      for (const words of says) expect(diagnostics[index]!.message).toContain(words);
    });
  });
}

const one = (code: string, at: string, ...says: string[]): readonly Expected[] => [
  { code, at, says },
];

describe('a plan that is right', () => {
  test('is read with defaults filled in', () => {
    expect(parsePlan(examplePlanText)).toEqual({ plan: examplePlan, diagnostics: [] });
  });

  test('needs no more than what can be sized', () => {
    const text = examplePlanText
      .split('\n')
      .filter((line) => !/^(hypothesis|unit|design|traffic)/.test(line))
      .join('\n')
      .replace(', direction: increase', '');
    const { plan, diagnostics } = parsePlan(text);
    expect(diagnostics).toEqual([]);
    expect(plan).toEqual({
      ...examplePlan,
      hypothesis: '',
      traffic: { newUnitsPerDay: 0, exposedShare: 1 },
    });
  });

  check('weight: 50 }\n  - { name: treatment', 'weight: 1 }\n  - { name: treatment', []);
  check('{ relative: 0.05 }', '{ absolute: 0.005 }', []);
  check('sides: two', 'sides: one', []);
  check('design:', 'design: # how sure\n ', []);
  check('newUnitsPerDay: 12000', 'newUnitsPerDay: 1.2e4', []);
  check('analysis: fixed-horizon', 'analysis: fixed-horizon, days: 21', []);
});

describe('numbers out of range, or no numbers', () => {
  check(
    '0.052',
    '5%',
    one(
      'plan-value-type',
      '5%',
      '"baseline" (in metrics, item 1)',
      'above 0 and below 1',
      'Write 0.05',
    ),
  );
  check('0.052', '"0.05"', one('plan-value-type', '"0.05"', 'Write 0.05', 'without quotes'));
  check('0.052', '"0,05"', one('plan-value-type', '"0,05"', 'Write 0.05'));
  check('0.052', '5', one('plan-value-range', '5', 'is 5,', 'Write 5 % as 0.05.'));
  check('0.052', '0', one('plan-value-range', '0', 'above 0 and below 1'));
  check('0.052', '1', one('plan-value-range', '1', 'above 0 and below 1'));
  check('0.052', '.nan', one('plan-value-range', '.nan', 'is NaN'));
  check(
    'power: 0.8',
    'power: 1.2',
    one(
      'plan-value-range',
      '1.2',
      '"power" (in design) is 1.2',
      'above 0 and below 1',
      'usually 0.8 or 0.9',
    ),
  );
  check('power: 0.8', 'power: 80', one('plan-value-range', '80', 'Write 80 % as 0.8.'));
  check(
    'significanceLevel: 0.05',
    'significanceLevel: 0.51',
    one('plan-value-range', '0.51', 'above 0 and at most 0.5'),
  );
  check('12000', '12_000', one('plan-value-type', '12_000', 'Write 12000'));
  check('12000', '12,000', [...one('plan-key-unknown', '000', 'in traffic')]);
  check('12000', '"12,000"', one('plan-value-type', '"12,000"', 'Write 12000'));
  check('12000', '-1', one('plan-value-range', '-1', 'from 0 to 1000000000000'));
  check('12000', '.inf', one('plan-value-range', '.inf', 'from 0 to 1000000000000'));
  check('12000', '99999999999999999999', one('plan-value-range', '99999999999999999999', 'from 0'));
  check(
    'exposedShare: 1',
    'exposedShare: 0',
    one('plan-value-range', '0', 'above 0 and at most 1'),
  );
  check(
    'weight: 50',
    'weight: 0',
    one('plan-value-range', '0', '"weight" (in variants, item 1)', 'from 0.000001 to 1000000'),
  );
  check('relative: 0.05', 'relative: -0.05', one('plan-value-range', '-0.05', '"relative"'));
  check(
    'analysis: fixed',
    'days: 1.5, analysis: fixed',
    one('plan-value-range', '1.5', 'a whole number from 1 to 36500'),
  );
});

describe('wrong words', () => {
  check(
    'proportion',
    'proportions',
    one('plan-value-choice', 'proportions', 'Did you mean "proportion"?'),
  );
  check(
    'primary',
    'Primary',
    one(
      'plan-value-choice',
      'Primary',
      '"primary", "secondary" or "guardrail"',
      'Did you mean "primary"?',
    ),
  );
  check('sides: two', 'sides: 2', one('plan-value-choice', '2', 'Did you mean "two"?'));
  check(
    'sides: two',
    'sides: two-sided',
    one('plan-value-choice', 'two-sided', 'Did you mean "two"?'),
  );
  check('version: 1', 'version: 2', one('plan-value-choice', '2', 'must be 1'));
  check('version: 1', 'version: "1"', one('plan-value-choice', '"1"', 'must be 1'));
  check(
    'flag: one_click_checkout',
    'flag: 12',
    one('plan-value-type', '12', 'Put it in quotes: "12"'),
  );
  check('name: control', 'name: true', one('plan-value-type', 'true', 'Put it in quotes: "true"'));
  check('name: control', 'name: " "', one('plan-value-type', '" "', 'text that is not empty'));
  check(
    'unit: user',
    'unit:',
    one('plan-value-empty', 'unit', 'has no value', 'or remove the key'),
  );
  check('flag: one_click_checkout', 'flag: ~', one('plan-value-empty', '~', 'has no value'));
  check(
    'unit: user',
    `unit: ${'u'.repeat(201)}`,
    one('plan-value-range', 'u'.repeat(201), '201 characters', 'at most 200'),
  );
});

describe('keys', () => {
  check('baseline', 'basline', one('plan-key-unknown', 'basline', 'Did you mean "baseline"?'));
  check(
    'minimumDetectableEffect',
    'mde',
    one('plan-key-unknown', 'mde', 'Did you mean "minimumDetectableEffect"?'),
  );
  check(
    'significanceLevel',
    'alpha',
    one('plan-key-unknown', 'alpha', 'Did you mean "significanceLevel"?'),
  );
  check(
    'unit: user',
    'alpha: 0.05',
    one('plan-key-unknown', 'alpha', 'It belongs in design and is called "significanceLevel".'),
  );
  check('unit: user', 'power: 0.9', one('plan-key-unknown', 'power', 'It belongs in design.'));
  check('unit: user', 'colour: red', one('plan-key-unknown', 'colour', 'Known: version, flag,'));
  check(
    'version: 1\n',
    '',
    one('plan-key-missing', 'flag: one_click_checkout', '"version" is missing', 'Add version: 1.'),
  );
  check(
    ', baseline: 0.052',
    '',
    one(
      'plan-key-missing',
      '{ name: conversion, role: primary, kind: proportion, direction: increase, minimumDetectableEffect: { relative: 0.05 } }',
      '"baseline" is missing in metrics, item 1',
      'for example baseline: 0.052',
    ),
  );
  check('unit: user', 'unit: user\nunit: session', one('yaml-key-duplicate', 'unit', 'twice'));
  check(
    'unit: user',
    'status: running',
    one('plan-key-reserved', 'status', 'Nothing reads "status" yet'),
  );
  check(
    'unit: user',
    'launch: { strategy: canary, steps: [{ weight: 5, hold: 10m }], looks: 3 }',
    one('plan-key-unknown', 'looks'),
  );
  check(
    'unit: user',
    'launch: { strategy: canary, steps: [{ weight: 5, hold: 10m }], failureLimit: 3 }',
    one('plan-launch-key', 'failureLimit', 'means nothing to the sequential judge'),
  );
  check(
    'exposedShare: 1',
    'weekday: [1, 2], exposedShare: 1',
    one('plan-list-length', '[1, 2]', 'has 2 items, but needs at least 7'),
  );
  check('exposedShare: 1', 'weekday: [1, 1, 1, 1, 1, 0.6, 0.6], exposedShare: 1', []);
  check(
    'exposedShare: 1',
    'weekday: [0, 0, 0, 0, 0, 0, 0], exposedShare: 1',
    one('plan-value-range', '[0, 0, 0, 0, 0, 0, 0]', 'nobody ever comes'),
  );
  check('unit: user', 'telemetry: { sampledShare: 0.1 }', []);
  check(
    'unit: user',
    'startDate: 2027-02-29',
    one('plan-value-range', '2027-02-29', 'no day 2027-02-29', '28 days'),
  );
  check(
    'unit: user',
    'startDate: 29.2.2028',
    one('plan-value-type', '29.2.2028', 'a day as YYYY-MM-DD'),
  );
  check('unit: user', 'startDate: 2028-02-29', []);
  check('unit: user', 'result: { date: 2027-03-01 }', [
    ...one('plan-key-missing', 'result', '"variant" is missing in result'),
  ]);
  check('unit: user', 'result: { variant: treatment, date: 2027-03-01, note: Ship it. }', []);
  check(
    'unit: user',
    '__proto__: { x: 1 }',
    one('yaml-key-forbidden', '__proto__', 'cannot be used as a key'),
  );
  check('unit: user', 'constructor: 1', one('plan-key-unknown', 'constructor'));
  check('unit: user', '<<: { unit: user }', one('plan-key-unknown', '<<'));
});

describe('effects', () => {
  check('{ relative: 0.05 }', '{}', one('plan-value-empty', '{}', 'either relative or absolute'));
  check(
    '{ relative: 0.05 }',
    '5 %',
    one(
      'plan-value-type',
      '5 %',
      'either relative or absolute',
      'minimumDetectableEffect: { relative: 0.05 }',
    ),
  );
  check(
    '{ relative: 0.05 }',
    '{ relative: 0.05, absolute: 0.01 }',
    one('plan-value-ambiguous', '{ relative: 0.05, absolute: 0.01 }', 'only one can count'),
  );
  check(
    '{ relative: 0.05 }',
    '{ relativ: 0.05 }',
    one('plan-key-unknown', 'relativ', 'Did you mean "relative"?'),
  );
  check('{ relative: 0.05 }', '{ absolute: 5 % }', one('plan-value-type', '5 %', 'Write 0.05'));
  check(
    'relative: 0.05',
    'relative: 18.3',
    one('plan-effect-unreachable', '18.3', 'would end at 1.0036', 'at most 18.23'),
  );
  check('relative: 0.05', 'relative: 18.23', []);
  check(
    '{ relative: 0.05 }',
    '{ absolute: 0.95 }',
    one('plan-effect-unreachable', '0.95', 'An increase from the baseline 0.052', 'at most 0.9479'),
  );
  check(
    'increase, minimumDetectableEffect: { relative: 0.05 }',
    'decrease, minimumDetectableEffect: { relative: 1 }',
    one('plan-effect-unreachable', '1', 'A decrease', 'at most 0.9999'),
  );
});

const whole =
  '{ name: conversion, role: primary, kind: proportion, baseline: 0.052, direction: increase, minimumDetectableEffect: { relative: 0.05 } }';

/** The example's metric with other keys than its own, and all that is to be said about it. */
function checkMetric(keys: string, expected: readonly Expected[]) {
  check(whole, `{ name: m, role: primary, ${keys} }`, expected);
}

describe('kinds of metrics', () => {
  const effect = 'minimumDetectableEffect: { relative: 0.05 }';
  checkMetric(`kind: mean, baseline: -3, deviation: 2, ${effect}`, []);
  checkMetric(`kind: count, baseline: 2.1, dispersion: 1.5, ${effect}`, []);
  checkMetric(`kind: rate, baseline: 0.3, exposure: 14, test: poisson-score, ${effect}`, []);
  checkMetric(`kind: ratio, baseline: 0.1, deviation: 2, denominatorMean: 9, ${effect}`, []);
  checkMetric(`kind: revenue, baseline: 1.8, buyerShare: 0.04, logDeviation: 1.1, ${effect}`, []);
  checkMetric(`kind: quantile, baseline: 850, quantile: 0.95, logDeviation: 0.7, ${effect}`, []);
  checkMetric(`kind: time-to-event, baseline: 0.3, ${effect}`, []);
  checkMetric('kind: rank, baseline: 0.5, minimumDetectableEffect: { absolute: 0.05 }', []);
  checkMetric('kind: proportion, baseline: 0.1, margin: { absolute: 0.01 }', []);
  checkMetric(
    `kind: mean, baseline: 3, ${effect}`,
    one(
      'plan-key-missing',
      `{ name: m, role: primary, kind: mean, baseline: 3, ${effect} }`,
      '"deviation" is missing',
    ),
  );
  checkMetric(
    `kind: mean, baseline: 3, deviation: -2, ${effect}`,
    one('plan-value-range', '-2', '"deviation"', 'above 0'),
  );
  checkMetric(
    `kind: count, baseline: 0, ${effect}`,
    one('plan-value-range', '0', 'for a count it must be a number above 0', 'nothing to count'),
  );
  checkMetric(
    `kind: count, baseline: 2, test: welch, ${effect}`,
    one('plan-value-choice', 'welch', 'no test for a count', '"poisson"'),
  );
  checkMetric(
    `kind: proportion, baseline: 0.1, margin: { absolute: -0.01 }, ${effect}`,
    one('plan-value-range', '-0.01', '"absolute"'),
  );
  checkMetric(
    `kind: proportion, baseline: 0.1, hypothesis: equivalence, ${effect}`,
    one(
      'plan-key-missing',
      `{ name: m, role: primary, kind: proportion, baseline: 0.1, hypothesis: equivalence, ${effect} }`,
      '"margin" is missing',
    ),
  );
  checkMetric(
    'kind: proportion, baseline: 0.1',
    one(
      'plan-key-missing',
      '{ name: m, role: primary, kind: proportion, baseline: 0.1 }',
      '"minimumDetectableEffect" is missing',
    ),
  );
  checkMetric(
    `kind: quantile, baseline: 850, quantile: 0.95, ${effect}`,
    one(
      'plan-key-missing',
      `{ name: m, role: primary, kind: quantile, baseline: 850, quantile: 0.95, ${effect} }`,
      '"density" is missing',
      'logDeviation',
    ),
  );
});

describe('labels to collect', () => {
  const labels = (row: string) =>
    `unit: user\nlabels:\n  - { name: q, measure: recall, expected: 0.9, ${row} }`;
  check('unit: user', labels('halfWidth: 0.02'), []);
  check('unit: user', labels('floor: 0.85, interval: clopper-pearson'), []);
  check(
    'unit: user',
    labels('floor: 0.95'),
    one('plan-labels-floor', '0.95', 'not below the expected 0.9'),
  );
  check(
    'unit: user',
    labels('floor: 0.85, halfWidth: 0.02'),
    one(
      'plan-labels-aim',
      '{ name: q, measure: recall, expected: 0.9, floor: 0.85, halfWidth: 0.02 }',
      'either halfWidth',
    ),
  );
});

describe('lists', () => {
  check(
    '  - { name: treatment, weight: 50 }\n',
    '',
    one('plan-list-length', 'variants', 'has 1 item, but needs at least 2'),
  );
  check(
    'treatment',
    'control',
    one('plan-name-duplicate', 'control', 'Two variants are named "control"'),
  );
  check('primary', 'secondary', one('plan-primary-metric-missing', 'metrics', 'role: primary'));
  check('traffic: {', 'traffic: [', [...one('yaml-syntax', '}', 'not valid YAML')]);
  check(
    '{ significanceLevel: 0.05, power: 0.8, sides: two, analysis: fixed-horizon }',
    '[]',
    one('plan-value-type', '[]', 'a group with the keys'),
  );
  check(
    '\n  - { name: control, weight: 50 }\n  - { name: treatment, weight: 50 }',
    ' control',
    one('plan-value-type', 'control', 'a list of at least 2 items'),
  );
});

describe('texts that are no plan', () => {
  test.each([
    ['', 'yaml-empty', 'version: 1'],
    ['\n\n', 'yaml-empty', 'version: 1'],
    ['# a comment\n', 'yaml-empty', 'version: 1'],
    ['---\n', 'yaml-empty', 'version: 1'],
    ['just text', 'yaml-not-a-map', 'key: value'],
    ['- a\n- b\n', 'yaml-not-a-map', 'key: value'],
    ['42', 'yaml-not-a-map', 'key: value'],
    ['a: 1\n---\nb: 1\n', 'yaml-several-documents', 'one document per file'],
    ['a: b: c', 'yaml-syntax', 'in quotes'],
    ['\ta: 1', 'yaml-syntax', 'spaces, not with tabs'],
    ['a: "x', 'yaml-syntax', 'closing'],
    ['a: *b', 'yaml-alias-unknown', 'stands for nothing'],
    ['a: !b c', 'yaml-syntax', 'in quotes'],
    ['\u0000\u0001\u0002\u00ff', 'yaml-not-text', 'plain text in UTF-8'],
    ['[ '.repeat(5000), 'yaml-too-deep', 'nested'],
    ['x'.repeat(50_000_000), 'yaml-too-large', 'up to 200000'],
  ])('%#: %.20j', (text, code, says) => {
    const { plan, diagnostics } = parsePlan(text);
    expect(plan).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' });
    expect(diagnostics[0]!.message).toContain(says);
  });

  test('a plan saved in another encoding is read, with a warning', () => {
    const text = examplePlanWith('raises conversion', 'raises conversion \uFFFD');
    const { plan, diagnostics } = parsePlan(text);
    expect(plan).not.toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'yaml-encoding', severity: 'warning' }]);
  });

  test('a byte order mark is no part of the first key', () => {
    expect(parsePlan(`\uFEFF${examplePlanText}`).diagnostics).toEqual([]);
  });
});

describe('any text at all', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '\n',
      '\r\n',
      '"',
      '&a ',
      '*a',
      '|\n',
      '#',
      '!x ',
      '? ',
      '\t',
      '---\n',
    ),
  );

  test('a plan with something cut out and something put in never makes it throw, and spans lie within the text', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(40), piece, piece, (at, length, first, second) => {
        const text =
          examplePlanText.slice(0, at) + first + second + examplePlanText.slice(at + length);
        const { plan, diagnostics } = parsePlan(text);
        expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
        const lines = text.split(/\r\n|\r|\n/);
        for (const { span, message } of diagnostics) {
          expect(message).toMatch(/^["A-Z*].*[.?]$/s);
          for (const { line, column } of [span.start, span.end]) {
            expect(column).toBeLessThanOrEqual(lines[line]!.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('arbitrary text never makes it throw', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(parsePlan(pieces.join('')).plan).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../../../src/core/experiment/size/checkPlan';

const example = readFileSync(
  new URL('../../../../fixtures/stats/example.experiment.yaml', import.meta.url),
  'utf8',
).replace('newUnitsPerDay: 12000', 'newUnitsPerDay: 11900');

/** `10: warning plan-one-sided`, a line each; lines count from 1. */
function said(piece: string, by: string): readonly string[] {
  expect(example).toContain(piece);
  return checkPlan(example.replace(piece, by)).map(
    ({ code, severity, span }) => `${span.start.line + 1}: ${severity} ${code}`,
  );
}

describe('everything about a plan is said at its value', () => {
  // Lines counted by hand in the example: unit 4, metric 9, design 10, traffic 11.
  test.each([
    ['power: 0.8', 'power: 1.2', ['10: error plan-value-range']],
    ['power: 0.8', 'power: 0.02', ['10: error plan-power-without-data']],
    [
      'power: 0.8',
      'power: 0.8, days: 7',
      ['10: warning plan-below-target-power', '10: warning plan-low-power'],
    ],
    ['sides: two', 'sides: one, days: 21', ['10: warning plan-one-sided']],
    ['power: 0.8', 'power: 0.8, days: 21, looks: 5', ['10: warning plan-peeking']],
    [
      'traffic: {',
      'traffic: { returning: { population: 1000, activeShare: 0.1 },',
      ['11: warning plan-never-reached'],
    ],
    ['power: 0.8', 'power: 0.8, days: 20', ['10: warning plan-whole-weeks']],
    ['unit: user', 'unit: session', ['4: warning plan-session-unit']],
    // A test beyond 2,000 a variant: what hangs on its size is left to panel and command line.
    ['kind: proportion', 'kind: proportion, test: fisher-exact', []],
    [
      'kind: proportion, baseline: 0.052',
      'kind: proportion, test: fisher-exact, triggeredShare: 0.5, effectSource: observed, baseline: 0.052',
      ['9: warning plan-observed-effect', '9: warning plan-diluted'],
    ],
    ['analysis: fixed-horizon', 'analysis: group-sequential, looks: 365', []],
  ])('%s → %s', (piece, by, expected) => {
    expect(said(piece, by)).toEqual(expected);
  });
});

test('a power out of reach says by how much', () => {
  const [first] = checkPlan(example.replace('power: 0.8', 'power: 0.8, days: 7'));
  expect(first?.message).toMatch(/the power is \d+(\.\d+)? %, not 80 %/);
});

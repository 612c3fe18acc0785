import { expect, test } from 'vitest';
import { runTraffic } from '../../../src/cli/traffic/trafficCommand';

const week = [1400, 1400, 1400, 1400, 1400, 700, 700];
const counts = new TextEncoder().encode(
  [...week, ...week]
    .map((count, i) => `2027-03-${String(i + 1).padStart(2, '0')},${count}`)
    .join('\n'),
);

const plan = `version: 1 # kept
flag: k
variants: [{ name: off, weight: 50 }, { name: on, weight: 50 }]
metrics: [{ name: m, role: primary, kind: proportion, baseline: 0.1, direction: increase, minimumDetectableEffect: { relative: 0.1 } }]
traffic: { newUnitsPerDay: 12000 } # measured in May
`;

function traffic(over: Partial<Parameters<typeof runTraffic>[0]>) {
  return runTraffic({
    countsFile: 'visits.csv',
    counts,
    plan: null,
    format: 'text',
    version: '1.2.3',
    ...over,
  });
}

test('the text can be pasted into a plan', () => {
  // By hand: 8,400 in a week.
  expect(traffic({})).toEqual({
    exitCode: 0,
    output: `1,200 new units on an average day, counted on 14 days from 2027-03-01 to 2027-03-14.

traffic:
  newUnitsPerDay: 1200
  weekday: [1.17, 1.17, 1.17, 1.17, 1.17, 0.58, 0.58]

- A day is off this pattern by 0 % (standard deviation; chance alone makes it 2.89 %).
`,
    messages: [],
    changedPlan: null,
  });
});

test('JSON has the fit and what to know', () => {
  const report: unknown = JSON.parse(traffic({ format: 'json' }).output);
  expect(report).toMatchObject({
    flaglab: '1.2.3',
    schema: 1,
    fit: { newUnitsPerDay: 1200, days: 14, missing: { count: 0, first: [] } },
  });
});

test('a plan keeps everything but its traffic', () => {
  const { changedPlan } = traffic({ plan: { file: 'k.experiment.yaml', text: plan } });
  expect(changedPlan).toBe(
    plan.replace(
      '{ newUnitsPerDay: 12000 }',
      '{ newUnitsPerDay: 1200, weekday: [1.17, 1.17, 1.17, 1.17, 1.17, 0.58, 0.58] }',
    ),
  );
});

test.each([
  [
    { counts: new TextEncoder().encode('2027-03-01,1\nx,1') },
    'visits.csv:2:1: error: “x” is no day',
  ],
  [{ plan: { file: 'k.experiment.yaml', text: 'flag: [' } }, 'k.experiment.yaml:1:'],
])('what cannot be read: exit code 2, nothing written: %j', (over, message) => {
  const result = traffic(over);
  expect(result).toMatchObject({ exitCode: 2, output: '', changedPlan: null });
  expect(result.messages[0]).toContain(message);
});

import { expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { judgeFlag } from '../../../../../src/core/flags/stale/judgeFlag';
import type { FlagDefinition } from '../../../../../src/core/model/flagDefinition';
import { defaultSettings } from '../../../../../src/core/settings/defaultSettings';

const span = { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } };

const definition: FlagDefinition = {
  key: 'k',
  file: 'a.flagd.json',
  keySpan: span,
  span,
  format: 'flagd',
  role: 'provisioning',
  environment: 'production',
  valueType: 'boolean',
  variants: [
    { name: 'on', value: true },
    { name: 'off', value: false },
  ],
  defaultVariant: 'on',
  description: null,
  rollout: { kind: 'everyone', variant: 'on' },
  lifetime: null,
  owner: null,
  created: null,
  expires: null,
  prerequisites: [],
};

function keptAfter(variants: string, result: string) {
  const { plan } = parsePlan(`version: 1
flag: k
variants: ${variants}
metrics: [{ name: m, role: primary, kind: proportion, baseline: 0.1, direction: increase, minimumDetectableEffect: { relative: 0.1 } }]
result: { variant: ${result}, date: 2026-12-01 }`);
  if (plan === null) throw new Error('The plan of this test cannot be read.');
  return judgeFlag({
    flag: { key: 'k', scope: '.', definitions: [definition], reads: [], definitionFiles: [] },
    now: '2027-03-01',
    settings: defaultSettings,
    pastOf: () => ({ kind: 'unknown', reason: 'No git.' }),
    versionsFor: () => [],
    plans: [{ file: 'k.experiment.yaml', plan }],
    dependents: [],
    openReads: [],
    mentions: [],
    lastMention: { kind: 'unknown', reason: '' },
    keep: null,
    gaps: [],
  }).findings.find(({ code }) => code === 'flag-experiment-over');
}

// The words of the plan and of the definition as a person reads them.
test('a decision is for the variant that the flag has under its own name', () => {
  const own =
    '[{ name: control, weight: 1, flagVariant: off }, { name: treatment, weight: 1, flagVariant: on }]';
  expect(keptAfter(own, 'treatment')?.message).toContain('decided for “treatment”');
  expect(keptAfter(own, 'treatment')?.message).toContain('keep `on`');
  expect(keptAfter(own, 'control')?.message).toContain('everyone gets another value');
});

test('a variant that no definition knows is said to be so', () => {
  const foreign = '[{ name: control, weight: 1 }, { name: treatment, weight: 1 }]';
  expect(keptAfter(foreign, 'treatment')?.message).toContain('which no definition here calls so');
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultTraffic } from '../../../../../src/core/rollout/model/rolloutTraffic';
import { readRollouts } from '../../../../../src/core/rollout/read/registry';
import { simulateRollout } from '../../../../../src/core/rollout/simulate/rolloutSimulation';
import type { Strategy } from '../../../../../src/core/rollout/strategies/strategy';
import { writeRollout } from '../../../../../src/core/rollout/write/writeRollout';
import { releaseWithErrors } from '../../../../support/rolloutSamples';

const folder = new URL('../../../../fixtures/rollouts/', import.meta.url);
const rows = ['argo-rollouts', 'flagger'].flatMap((format) =>
  readdirSync(new URL(`${format}/`, folder)).flatMap((name) => {
    const file = `${format}/${name}`;
    const { rollouts } = readRollouts({ file, text: readFileSync(new URL(file, folder), 'utf8') });
    return rollouts.map((rollout) => [`${file} ${rollout.name}`, rollout] as const);
  }),
);

test.each(rows)('%s is read as it was written, and simulates as before', (_name, rollout) => {
  const text = writeRollout(rollout);
  expect(text).not.toBeNull();
  const again = readRollouts({ file: 'again.yaml', text: text ?? '' });
  expect(again.diagnostics).toEqual([]);
  expect(again.rollouts).toHaveLength(1);
  const [read] = again.rollouts;
  expect(read?.strategy).toEqual(rollout.strategy);
  expect(read?.traffic).toEqual(rollout.traffic);
  const simulate = (strategy: Strategy | null | undefined) =>
    strategy &&
    simulateRollout({
      strategy,
      traffic: { ...defaultTraffic, ...rollout.traffic },
      release: releaseWithErrors(0.03),
      launches: 50,
      seed: 9,
    });
  expect(simulate(read?.strategy)).toEqual(simulate(rollout.strategy));
});

test('what has no manifest is not written', () => {
  const strategy: Strategy = { kind: 'fixed-steps', steps: [] };
  expect(writeRollout({ name: 'x', strategy, traffic: {} })).toBeNull();
  expect(writeRollout({ name: 'x', strategy: null, traffic: {} })).toBeNull();
});

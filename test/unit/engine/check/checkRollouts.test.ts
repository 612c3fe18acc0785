import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src/core/settings/defaultSettings';
import { checkRollouts } from '../../../../src/engine/check/checkRollouts';
import { memoryFiles } from '../../../support/memoryFiles';
import { runCheck } from '../../../support/runCheck';

const canary = (analysis: string) =>
  `apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: { name: x }\nspec:\n  analysis: ${analysis}\n`;
const metric = 'metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }]';

test('rollouts of a folder are looked at, with templates from other files and the baselines of flaglab.yaml', async () => {
  const contents = {
    'good.yaml': canary(`{ interval: 1m, threshold: 2, stepWeight: 50, ${metric} }`),
    'blind.yml': canary('{ interval: 1m, threshold: 2, stepWeight: 50 }'),
    'wrong.yaml': canary(`{ interval: 1m, threshold: 2, stepWeight: -5, ${metric} }`),
    'templated.yaml': canary(
      '{ interval: 1m, threshold: 2, stepWeight: 50, metrics: [{ name: e, templateRef: { name: t }, thresholdRange: { max: 0.05 } }] }',
    ),
    'template.yaml':
      'apiVersion: flagger.app/v1beta1\nkind: MetricTemplate\nmetadata: { name: t }\nspec:\n  query: sum(rate(errors_total[1m])) / sum(rate(requests_total[1m]))\n',
    'other.yaml': 'kind: Deployment\n',
    'notes.md': canary('{}'),
  };
  const files = memoryFiles(contents);
  const found = async (baseline: number) => {
    const settings = { ...defaultSettings, metrics: { errorRate: { baseline } } };
    const all = await checkRollouts(Object.keys(contents), files, settings);
    return all.map(({ file, code }) => `${file} ${code}`);
  };
  expect(await found(0.001)).toEqual(['blind.yml rollout-blind', 'wrong.yaml rollout-weight']);
  expect(await found(0.02)).toContain('good.yaml rollout-gate-never-passes');
});

test('flaglab check refuses a canary that catches nothing', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-rollouts-'));
  try {
    writeFileSync(
      path.join(folder, 'canary.yaml'),
      canary('{ interval: 1m, threshold: 2, stepWeight: 50 }'),
    );
    const run = (...argv: readonly string[]) => runCheck(folder, argv, { history: null });
    expect((await run('--fail-on', 'rollout-blind')).exitCode).toBe(1);
    expect((await run('--fail-on', 'error')).exitCode).toBe(0);
    expect((await run()).output).toContain('canary.yaml');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnalyzeFormat } from '../../../src/cli/commandResult';
import { parseTraffic, runRollout } from '../../../src/cli/rollout/rolloutCommand';
import { parseReleaseChange } from '../../../src/core/rollout/release/releaseChange';
import { joinWorlds } from '../../../src/core/rollout/release/rolloutWorld';
import { readWorldOption } from '../../../src/core/rollout/release/worldOptions';
import { expectGolden } from '../../support/expectGolden';

const podinfo = readFileSync(
  new URL('../../fixtures/rollouts/flagger/podinfo.yaml', import.meta.url),
  'utf8',
);

function rollout(
  text: string,
  {
    format = 'text',
    release = 'error-rate=1%',
    compare = false,
    settings = null,
    with: given = [],
  }: {
    format?: AnalyzeFormat;
    release?: string;
    compare?: boolean;
    settings?: string | null;
    with?: readonly string[];
  } = {},
) {
  const change = parseReleaseChange(release);
  const readings = given.map(readWorldOption);
  return runRollout({
    source: { file: 'canary.yaml', text },
    others: [],
    settings: settings === null ? null : { file: 'flaglab.yaml', text: settings },
    changes: change === null ? [] : [change],
    requestsPerSecond: settings === null ? 100 : null,
    launches: 400,
    seed: 1,
    compare,
    world: readings.reduce(
      (world, one) => (one.kind === 'world' ? joinWorlds(world, one.world) : world),
      {},
    ),
    worldWords: readings.flatMap((one) => (one.kind === 'world' ? one.words : [])),
    releasesPerYear: 100,
    shareBad: 0.1,
    signal: { aborted: false },
    format,
    version: '0.0.0',
  });
}

describe('flaglab rollout', () => {
  test('for people, beside other strategies', () => {
    const { exitCode, output, messages } = rollout(podinfo, { compare: true });
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: [] });
    expectGolden('cli/rollout-podinfo.txt', output);
  });

  test.each(['json', 'markdown', 'html'] as const)('as %s', (format) => {
    const { output } = rollout(podinfo, { format, compare: format === 'html' });
    expectGolden(`cli/rollout-podinfo.${format === 'markdown' ? 'md' : format}`, output);
  });

  test('JSON has plain numbers, and their standard errors under the same names', () => {
    const { output } = rollout(podinfo, { format: 'json', release: 'error-rate=5%' });
    const { outcomes, standardErrors } = JSON.parse(output) as Readonly<
      Record<'outcomes' | 'standardErrors', Readonly<Record<string, number | null>>>
    >;
    expect(outcomes).toMatchObject({
      probabilityOfRollback: 1,
      medianMinutesToRollback: 11,
      medianRequestsExposed: 3300,
    });
    expect(Object.keys(standardErrors)).toEqual(Object.keys(outcomes));
  });

  test('baselines and traffic come from flaglab.yaml', () => {
    const { output } = rollout(podinfo, {
      settings:
        'version: 1\nmetrics: { errorRate: { baseline: 0.001, traffic: 50 }, latencyP99: { baseline: 100 } }\n',
    });
    expect(output).toContain('at 1 % errors (now 0.1 %)');
    expect(output).toContain('- 50 requests a second\n- 100 releases a year');
  });

  test('the launch of a plan, with a fault of a segment and late telemetry', () => {
    const url = new URL('../../fixtures/rollouts/plan/rings.experiment.yaml', import.meta.url);
    const { exitCode, output, messages } = rollout(readFileSync(url, 'utf8'), {
      with: ['segment=beta:5%', 'late-telemetry=90s'],
    });
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: [] });
    expect(output).toContain('one_click_checkout (Flaglab plan)');
    expect(output).toContain('- segment=beta:5%: only in a segment, and its share of requests');
  });

  test('a file without rollouts, and one that is broken, end with 2', () => {
    expect(rollout('a: 1\n').exitCode).toBe(2);
    expect(rollout('a: 1\n').messages[0]).toContain('has no rollout');
    expect(rollout('a: [').exitCode).toBe(2);
  });

  test('a Helm template is no error', () => {
    const { exitCode, messages } = rollout(
      podinfo.replace('stepWeight: 5', 'stepWeight: {{ .Values.step }}'),
    );
    expect(exitCode).toBe(0);
    expect(messages[0]).toContain('helm template');
  });
});

test.each([
  ['100rps', 100],
  ['100', 100],
  ['6000rpm', 100],
  ['2.5/s', 2.5],
  ['0rps', null],
  ['-1', null],
  ['many', null],
])('traffic %s', (text, rate) => {
  expect(parseTraffic(text)).toBe(rate);
});

test.each([
  ['error-rate=1%', 'level', 0.01],
  ['errorRate=0.02', 'level', 0.02],
  ['error-rate=+0.5%', 'added', 0.005],
  ['error-rate=-0.1%', 'added', -0.001],
  ['success-rate=99%', 'level', 0.99],
  ['latency-p99=800ms', 'level', 800],
  ['latencyP95=+0.1s', 'added', 100],
  ['latency=x1.5', 'times', 1.5],
  ['saturation=0.9', 'level', 0.9],
  ['error-rate=200%', null, null],
  ['latency=5%', null, null],
  ['error-rate=5ms', null, null],
  ['error-rate', null, null],
  ['nothing=1%', null, null],
])('release %s', (text, kind, value) => {
  const change = parseReleaseChange(text);
  expect(change?.kind ?? null).toBe(kind);
  if (value !== null) expect(change?.value).toBeCloseTo(value, 12);
});

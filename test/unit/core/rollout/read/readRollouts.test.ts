import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadRollout } from '../../../../../src/core/rollout/read/readRollout';
import { readRollouts } from '../../../../../src/core/rollout/read/registry';
import type { ArgoCanary } from '../../../../../src/core/rollout/strategies/argoSettings';
import type { FlaggerSettings } from '../../../../../src/core/rollout/strategies/flaggerSettings';
import type { KayentaSettings } from '../../../../../src/core/rollout/strategies/kayentaSettings';
import { argoExample } from '../../../../support/rolloutSamples';

function fixture(name: string) {
  const url = new URL(`../../../../fixtures/rollouts/${name}`, import.meta.url);
  return readRollouts({ file: name, text: readFileSync(url, 'utf8') });
}

function strategyOf(rollout: ReadRollout | undefined): unknown {
  return rollout?.strategy ?? null;
}

describe('Argo Rollouts', () => {
  test('a background analysis with its template, arguments filled in, anchors followed', () => {
    const { rollouts, diagnostics } = fixture('argo-rollouts/background.yaml');
    expect(diagnostics).toEqual([]);
    expect(strategyOf(rollouts[0])).toEqual(argoExample);
    expect(rollouts[0]?.places[0]?.start.line).toBe(26);
  });

  test.each(['0s', '1ms'])('an interval of %s is said to be as the controller runs', (interval) => {
    const url = new URL(
      '../../../../fixtures/rollouts/argo-rollouts/background.yaml',
      import.meta.url,
    );
    const text = readFileSync(url, 'utf8').replace('interval: 5m', `interval: ${interval}`);
    const { rollouts, diagnostics } = readRollouts({ file: 'a.yaml', text });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('whenever the controller runs, which cannot be known here'),
    ]);
    expect(JSON.stringify(strategyOf(rollouts[0]))).toContain('"intervalSeconds":1,');
  });

  test('pods, a pause without end, an inline analysis; what is not simulated is named', () => {
    const { rollouts, diagnostics } = fixture('argo-rollouts/pods.yaml');
    const strategy = rollouts[0]?.strategy as ArgoCanary;
    expect(strategy.pods).toEqual({ replicas: 10, maxSurge: 0 });
    expect(strategy.steps.map(({ kind }) => kind)).toEqual(['set-weight', 'pause', 'analysis']);
    const inline = strategy.steps[2];
    expect(inline?.kind === 'analysis' && inline.metrics[0]).toMatchObject({
      count: 3,
      intervalSeconds: 60,
      initialDelaySeconds: 120,
      consecutiveErrorLimit: 2,
      failureLimit: 0,
      gate: {
        signal: { kind: 'quantile', quantile: 0.95, scale: 0.001 },
        windowSeconds: 120,
        verdicts: {
          breaks: [0.5, 0.8],
          at: ['inconclusive', 'fail'],
          between: ['pass', 'inconclusive', 'fail'],
          // result[0] of nothing cannot be evaluated by the failure condition.
          empty: 'error',
          notANumber: 'pass',
        },
      },
    });
    expect(rollouts[0]?.unread).toEqual(['job']);
    expect(diagnostics.map(({ message }) => message.split(':')[0])).toEqual([
      'spec.strategy.canary.steps[3].setHeaderRoute',
      'spec.metrics[1].provider.job',
    ]);
  });

  test('blue/green, a failure condition, no errors where there are no data', () => {
    const { rollouts } = fixture('argo-rollouts/blueGreen.yaml');
    expect(rollouts[0]?.strategy).toMatchObject({
      kind: 'argo-blue-green',
      autoPromotion: true,
      autoPromotionSeconds: 30,
      scaleDownDelaySeconds: 30,
      postPromotion: [
        {
          count: 5,
          gate: {
            signal: { kind: 'share', metric: 'error-rate', of: 'bad', scale: 100 },
            verdicts: { breaks: [5], at: ['pass'], between: ['pass', 'fail'], empty: 'pass' },
          },
        },
      ],
    });
  });

  test('a template in another file is found there', () => {
    const url = new URL(
      '../../../../fixtures/rollouts/argo-rollouts/background.yaml',
      import.meta.url,
    );
    const [rollout = '', template = ''] = readFileSync(url, 'utf8').split('---\n');
    const alone = readRollouts({ file: 'rollout.yaml', text: rollout });
    expect(alone.rollouts[0]?.strategy).toBeNull();
    expect(alone.diagnostics[0]?.message).toContain('spec.strategy.canary.analysis.templates[0]');
    const both = readRollouts({ file: 'rollout.yaml', text: rollout }, [
      { file: 't.yaml', text: template },
    ]);
    expect(strategyOf(both.rollouts[0])).toEqual(argoExample);
  });
});

describe('Flagger', () => {
  test('weights, thresholds, templates', () => {
    const { rollouts, diagnostics } = fixture('flagger/podinfo.yaml');
    expect(diagnostics).toEqual([]);
    const strategy = rollouts[0]?.strategy as FlaggerSettings;
    expect(strategy).toMatchObject({
      intervalSeconds: 60,
      threshold: 10,
      confirms: [],
      mode: { kind: 'canary', weights: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50], mirror: false },
    });
    expect(strategy.metrics).toMatchObject([
      {
        signal: { kind: 'share', of: 'good', scale: 100 },
        windowSeconds: 60,
        verdicts: { breaks: [99], at: ['pass'], between: ['fail', 'pass'], empty: 'fail' },
      },
      {
        signal: { kind: 'quantile', quantile: 0.99, scale: 1 },
        windowSeconds: 30,
        verdicts: { breaks: [500], at: ['pass'], between: ['pass', 'fail'] },
      },
      // The share of requests that are not found, by the template's query.
      {
        signal: { kind: 'share', of: 'bad', scale: 100 },
        windowSeconds: 60,
        verdicts: { breaks: [5], at: ['pass'], between: ['pass', 'fail'] },
      },
    ]);
    expect(rollouts[0]?.places[0]?.start.line).toBe(11);
  });

  test('iterations, a match, a list of weights; an interval below 10 seconds is 10', () => {
    const { rollouts } = fixture('flagger/iterations.yaml');
    expect(rollouts.map(({ name }) => name)).toEqual(['iterations', 'matched', 'list']);
    expect(rollouts[0]).toMatchObject({
      traffic: { testRequestsPerSecond: 20 },
      strategy: {
        intervalSeconds: 10,
        confirms: ['promotion'],
        mode: { kind: 'blue-green', iterations: 7 },
      },
    });
    expect(rollouts[1]?.strategy).toMatchObject({
      threshold: 1,
      mode: { kind: 'a-b', iterations: 3 },
    });
    expect(rollouts[2]?.strategy).toMatchObject({
      mode: { kind: 'canary', weights: [1, 2, 10, 80], mirror: true },
    });
  });
});

test('a canary config of Kayenta', () => {
  const { rollouts, diagnostics } = fixture('kayenta/config.json');
  const strategy = rollouts[0]?.strategy as KayentaSettings;
  expect(strategy.groupWeights).toEqual({ errors: 60, latency: 40 });
  expect(strategy.metrics).toMatchObject([
    {
      name: 'error ratio',
      signal: { kind: 'share', of: 'bad' },
      judge: {
        direction: 'increase',
        critical: true,
        nanStrategy: 'replace',
        effectSize: {
          measure: 'meanRatio',
          allowedIncrease: 1.1,
          allowedDecrease: 1,
          criticalIncrease: 2,
        },
      },
    },
    {
      signal: { kind: 'quantile', quantile: 0.95 },
      judge: { outliers: { strategy: 'remove', factor: 3 } },
    },
  ]);
  expect(diagnostics[0]?.message).toContain('"queue"');
});

test('progressive and scheduled rollouts of GO Feature Flag', () => {
  const { rollouts, diagnostics } = fixture('go-feature-flag/flags.yaml');
  expect(diagnostics).toEqual([]);
  const steps = rollouts.map(({ strategy }) =>
    strategy?.kind === 'fixed-steps' ? strategy.steps : [],
  );
  expect(steps[0]?.map(({ weight }) => weight).slice(0, 2)).toEqual([2, 6]);
  // Four days in twenty parts.
  expect(steps[0]?.[0]?.holdSeconds).toBeCloseTo((4 * 86_400) / 20, 6);
  // From the 28th of a leap year's February, 00:00 UTC, to the 1st of March, 10:00 UTC: 2 days and 10 hours.
  expect(steps[1]).toMatchObject([
    { weight: 10, holdSeconds: 2 * 86_400 + 10 * 3600 },
    { weight: 60, holdSeconds: 0 },
  ]);
});

const flagger = (analysis: string) =>
  `apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: { name: x }\nspec:\n  analysis: ${analysis}\n`;

describe('bad input is said, never thrown', () => {
  test.each([
    ['a negative weight', flagger('{ stepWeight: -5 }'), 'rollout-weight'],
    ['a weight beyond 100', flagger('{ stepWeight: 5, maxWeight: 150 }'), 'rollout-weight'],
    ['a listed weight beyond 100', flagger('{ stepWeights: [1, 101] }'), 'rollout-weight'],
    ['a step of 0', flagger('{ stepWeight: 0 }'), 'rollout-weight'],
    ['no steps', flagger('{ threshold: 3 }'), 'rollout-no-steps'],
    ['broken YAML', flagger('{ stepWeight: 5'), 'yaml-syntax'],
    ['a Helm template', flagger('{ stepWeight: {{ .Values.step }} }'), 'rollout-helm-template'],
    ['an unknown alias', flagger('*nothing'), 'yaml-alias-unknown'],
  ])('%s', (_what, text, code) => {
    const { rollouts, diagnostics } = readRollouts({ file: 'x.yaml', text });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(rollouts.every(({ strategy }) => strategy === null)).toBe(true);
  });

  test('a Helm template is no error', () => {
    const { diagnostics } = readRollouts({ file: 'x', text: flagger('{{ toYaml .Values.a }}') });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['information']);
  });

  test("templates of Argo's own are no Helm", () => {
    const text = flagger('{ stepWeight: 5 }').replace('name: x', 'name: "{{args.x}}"');
    expect(readRollouts({ file: 'x', text }).rollouts).toHaveLength(1);
  });

  test('no metrics: there is a strategy, without gates', () => {
    const { rollouts } = readRollouts({ file: 'x', text: flagger('{ stepWeight: 50 }') });
    expect(rollouts[0]?.strategy).toMatchObject({ metrics: [], mode: { weights: [50, 100] } });
  });

  test('merge keys are followed', () => {
    const text = `base: &base { stepWeight: 20, threshold: 4 }\n${flagger('\n    <<: *base\n    threshold: 5')}`;
    const { rollouts } = readRollouts({ file: 'x', text });
    expect(rollouts[0]?.strategy).toMatchObject({
      threshold: 5,
      mode: { weights: [20, 40, 60, 80, 100] },
    });
  });

  test.each([
    '',
    '---',
    '[]',
    'a',
    '1: 2',
    '- - -',
    'kind: Rollout\napiVersion: argoproj.io/v1alpha1',
  ])('the text %j', (text) => {
    expect(
      readRollouts({ file: 'x', text }).rollouts.every(({ strategy }) => strategy === null),
    ).toBe(true);
  });
});

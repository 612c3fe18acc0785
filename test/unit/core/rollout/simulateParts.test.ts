import { describe, expect, test } from 'vitest';
import { assessRollout } from '../../../../src/core/rollout/assess/assessRollout';
import { defaultTraffic } from '../../../../src/core/rollout/model/rolloutTraffic';
import { exposureChart } from '../../../../src/core/rollout/report/charts/exposureChart';
import { filmCharts } from '../../../../src/core/rollout/report/charts/filmCharts';
import { operatingCurveChart } from '../../../../src/core/rollout/report/charts/operatingCurveChart';
import { filmLaunch } from '../../../../src/core/rollout/simulate/rolloutFilm';
import { simulateRollout } from '../../../../src/core/rollout/simulate/rolloutSimulation';
import { rolloutTimeline } from '../../../../src/core/rollout/timeline/rolloutTimeline';
import { argoExample, flaggerExample, releaseWithErrors } from '../../../support/rolloutSamples';

const request = (errors: number, launches = 300) => ({
  strategy: flaggerExample,
  traffic: defaultTraffic,
  release: releaseWithErrors(errors, 0.002),
  launches,
  seed: 5,
});

describe('the timeline of a launch whose checks all pass', () => {
  test('of the reference example of Flagger: ten minutes of 5 to 50 %', () => {
    const { stretches, end, ends, checks } = rolloutTimeline(request(0));
    expect(stretches.map(({ share }) => Number(share.toPrecision(3)))).toEqual([
      0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5,
    ]);
    expect([end, ends, checks.length]).toEqual([600, true, 10]);
  });

  test("of the example of Argo's documentation: four steps of ten minutes, then all", () => {
    const { stretches } = rolloutTimeline({ ...request(0), strategy: argoExample });
    expect(stretches.map(({ start, end, share }) => [start, end, share])).toEqual([
      [0, 600, 0.2],
      [600, 1200, 0.4],
      [1200, 1800, 0.6],
      [1800, 2400, 0.8],
      [2400, 2400, 1],
    ]);
  });
});

describe('a film', () => {
  const film = filmLaunch(request(0.05), 0);

  test('of 5 % errors is rolled back after 11 minutes and 3,300 requests, as all are', () => {
    expect(film).toMatchObject({ ending: 'rolled-back', seconds: 660, requests: 3300 });
    expect(film.checks.filter(({ verdict }) => verdict === 'fail')).toHaveLength(10);
    expect(film.weights.map(({ share }) => share)).toEqual([0.05, 0]);
  });

  test('shows the old version beside the new one, each at its level', () => {
    const mean = (values: readonly (number | null)[]) =>
      values.reduce((sum: number, value) => sum + (value ?? 0), 0) / values.length;
    // 10 checks of 300 requests at 5 % errors, of 5,700 at 0.2 %.
    expect(Math.abs(mean(film.checks.map(({ value }) => value)) - 0.95)).toBeLessThan(0.015);
    expect(Math.abs(mean(film.checks.map(({ oldValue }) => oldValue)) - 0.998)).toBeLessThan(0.001);
  });

  test('is the same for the same number, another for another', () => {
    expect(filmLaunch(request(0.05), 0)).toEqual(film);
    expect(filmLaunch(request(0.05), 1).checks).not.toEqual(film.checks);
  });

  test('is drawn: weight and metric, with a moment where one is looked at', () => {
    const [weight, metric] = filmCharts(film, 300);
    expect(weight?.summary).toContain('rolled back after 11 minutes, with 3,300 requests exposed');
    expect(metric?.summary).toContain('10 of 10 checks failed');
    expect(weight?.layers.some(({ kind }) => kind === 'upright')).toBe(true);
  });
});

describe('exposures', () => {
  test('count every launch once, in bins that lie next to each other', () => {
    const { exposures, outcomes } = simulateRollout(request(0.01, 400));
    const all = exposures.map(
      ({ rolledBack, promoted, waiting }) => rolledBack + promoted + waiting,
    );
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(400);
    const back = exposures.reduce((sum, { rolledBack }) => sum + rolledBack, 0);
    expect(back / 400).toBe(outcomes.probabilityOfRollback);
    exposures.slice(1).forEach(({ from }, i) => expect(from).toBe(exposures[i]?.to));
    expect(exposures.length).toBeLessThanOrEqual(25);
  });

  test('are drawn with what launches came to', () => {
    const chart = exposureChart(simulateRollout(request(0.05, 20)));
    expect(chart.table.rows).toEqual([['3,200 to 3,400', '20', '0']]);
  });
});

test('the curve is drawn with where the metric stands now and what is caught in 80 % of launches', () => {
  const assessment = assessRollout(request(0.01), {
    name: { kind: 'share', metric: 'error-rate', isComplement: false },
    releasesPerYear: 100,
    shareBad: 0.1,
    signal: { aborted: false },
  });
  const chart = operatingCurveChart(assessment);
  expect(chart.layers.find(({ kind }) => kind === 'upright')).toMatchObject({
    x: 0.002,
    label: 'now',
  });
  expect(chart.summary).toMatch(
    /^From 1\.1\d? % errors on, 80 % of launches are rolled back\. Now: 0\.2 %\. Exact\.$/,
  );
});

test('a strategy that has come through JSON gives the same launches', () => {
  const copy = JSON.parse(JSON.stringify(argoExample)) as typeof argoExample;
  const inline = {
    ...argoExample,
    steps: argoExample.steps.flatMap((step) => [
      step,
      ...(step.kind === 'pause'
        ? [
            {
              kind: 'analysis',
              metrics: (argoExample.background?.metrics ?? []).map((metric) => ({
                ...metric,
                count: 1,
              })),
            } as const,
          ]
        : []),
    ]),
  };
  for (const strategy of [argoExample, inline]) {
    const asked = { ...request(0.05, 200), strategy };
    const through = JSON.parse(JSON.stringify(asked)) as typeof asked;
    expect(simulateRollout(through)).toEqual(simulateRollout(asked));
  }
  expect(copy).toEqual(argoExample);
});

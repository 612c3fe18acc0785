import type { CancellationSignal } from '../../model/cancellationSignal';
import { controllerOf } from '../controllers/registry';
import { levelOf } from '../release/changedMetrics';
import type { MetricName } from '../release/metricName';
import { finished } from '../simulate/finished';
import { simulateSteps } from '../simulate/rolloutSimulation';
import type { RolloutRequest } from '../simulate/rolloutRequest';
import type { RolloutResult } from '../simulate/rolloutResult';
import { operatingCurve, type OperatingPoint } from './operatingCurve';
import type { RolloutAssessment } from './rolloutAssessment';
import { smallestCaught } from './smallestCaught';

/** What an assessment needs besides a request. */
export interface AssessmentOptions {
  readonly name: MetricName;
  readonly releasesPerYear: number;
  /** Share of releases that are bad, 0 to 1. */
  readonly shareBad: number;
  readonly signal: CancellationSignal;
}

const curvePoints = 25;
const launchesPerPoint = 300;

/** What is known while an assessment goes on; null: nothing new, but others may have their turn. */
export type AssessmentPart =
  | { readonly kind: 'bad' | 'good'; readonly result: RolloutResult }
  | { readonly kind: 'point'; readonly point: OperatingPoint }
  | null;

/** All that is said of a rollout: the release under test, a good one, the curve between. A function of request and options. */
export function assessRollout(
  request: RolloutRequest,
  options: AssessmentOptions,
): RolloutAssessment {
  return finished(assessmentSteps(request, options));
}

/** The same in small steps, with each part once it is known. */
export function* assessmentSteps(
  request: RolloutRequest,
  { name, releasesPerYear, shareBad, signal }: AssessmentOptions,
): Generator<AssessmentPart, RolloutAssessment> {
  const { metrics } = request.release;
  const normal = levelOf(metrics, name, 'baseline');
  const underTest = levelOf(metrics, name, 'canary');
  const unchanged = { ...request.release, metrics: goodMetrics(request) };
  const bad = yield* simulateSteps(request);
  yield { kind: 'bad', result: bad };
  const good = yield* simulateSteps({ ...request, release: unchanged });
  yield { kind: 'good', result: good };
  const curve = {
    name,
    request: {
      ...request,
      release: unchanged,
      launches: Math.min(request.launches, launchesPerPoint),
    },
  };
  const worst = worstLevel(request, name, { normal, underTest });
  const points: OperatingPoint[] = [];
  for (const point of operatingCurve(curve, { worst, points: curvePoints, signal })) {
    if (point !== null) points.push(point);
    yield point === null ? null : { kind: 'point', point };
  }
  const falseAborts = chanceOf(good);
  const caught = chanceOf(bad);
  const value = valueOfAbort(caught, falseAborts, shareBad);
  return {
    metric: name,
    normal,
    underTest,
    bad,
    good,
    curve: points,
    smallestCaught: yield* smallestCaught(curve, { chance: 0.8, worst }),
    falseAbortsPerYear: falseAborts.chance === null ? null : falseAborts.chance * releasesPerYear,
    falseAbortsPerYearStandardError:
      falseAborts.error === null ? null : falseAborts.error * releasesPerYear,
    ...value,
  };
}

/** A release that changes nothing. */
export function goodMetrics({ release }: RolloutRequest): RolloutRequest['release']['metrics'] {
  return Object.fromEntries(
    Object.entries(release.metrics).map(([name, behaviour]) => [
      name,
      { ...behaviour, canary: behaviour.baseline } as typeof behaviour,
    ]),
  );
}

interface Chance {
  readonly chance: number | null;
  readonly error: number | null;
}

/** Exact where there is a closed form, so that a rare false abort is not 0. */
function chanceOf({ closedForm, outcomes, standardErrors }: RolloutResult): Chance {
  if (closedForm !== null) return { chance: closedForm.rollback, error: 0 };
  return { chance: outcomes.probabilityOfRollback, error: standardErrors.probabilityOfRollback };
}

const square = (x: number): number => x * x;

/** π TPR / (π TPR + (1 - π) FPR), its standard error by the delta method. */
function valueOfAbort(caught: Chance, falseAborts: Chance, shareBad: number) {
  const hit = shareBad * (caught.chance ?? 0);
  const wrong = (1 - shareBad) * (falseAborts.chance ?? 0);
  const all = hit + wrong;
  if (!(all > 0)) return { valueOfAbort: null, valueOfAbortStandardError: null };
  const hitError = shareBad * (caught.error ?? 0);
  const wrongError = (1 - shareBad) * (falseAborts.error ?? 0);
  const error = Math.sqrt(square(wrong * hitError) + square(hit * wrongError)) / (all * all);
  return { valueOfAbort: hit / all, valueOfAbortStandardError: error };
}

/** As far as the curve goes: beyond the release and twice as far as the nearest limit of the metric's gates. */
function worstLevel(
  request: RolloutRequest,
  name: MetricName,
  { normal, underTest }: { readonly normal: number; readonly underTest: number },
): number {
  const limits = controllerOf(request.strategy)
    .gates()
    .filter(({ signal }) => signal.metric === name.metric)
    .flatMap(({ signal, verdicts }) =>
      verdicts.breaks.flatMap((limit) => {
        const level = limit / signal.scale;
        if (signal.kind === 'share') return signal.of === 'good' ? 1 - level : level;
        return signal.kind === 'quantile' ? level : [];
      }),
    );
  const direction = underTest < normal ? -1 : 1;
  const distances = limits.map((limit) => direction * (limit - normal)).filter((d) => d > 0);
  const nearest = distances.length > 0 ? Math.min(...distances) : 0;
  const away = Math.max(1.5 * Math.abs(underTest - normal), 2 * nearest, normal * 0.5);
  const level = normal + direction * away;
  return name.kind === 'share' ? Math.min(1, Math.max(0, level)) : Math.max(0.001, level);
}

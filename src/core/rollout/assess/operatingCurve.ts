import type { CancellationSignal } from '../../model/cancellationSignal';
import { controllerOf } from '../controllers/registry';
import { levelOf, withLevel } from '../release/changedMetrics';
import type { MetricName } from '../release/metricName';
import { simulateSteps } from '../simulate/rolloutSimulation';
import type { RolloutRequest } from '../simulate/rolloutRequest';

/** The chance of being rolled back at one severity. */
export interface OperatingPoint {
  /** Level of the metric in the release, in shares or milliseconds. */
  readonly level: number;
  readonly probabilityOfRollback: number;
  /** 0 where the chance is exact. */
  readonly standardError: number;
}

/** What of a request is varied: its launches are those of a point. */
export interface CurveRequest {
  readonly request: RolloutRequest;
  readonly name: MetricName;
}

/** The chance of being rolled back with the metric at a level: exact where there is a closed form, else simulated, in small steps. */
export function* rollbackAt(
  { request, name }: CurveRequest,
  level: number,
): Generator<null, OperatingPoint> {
  const metrics = withLevel(request.release.metrics, name, level);
  const changed = { ...request, release: { ...request.release, metrics } };
  const exact = controllerOf(request.strategy).chances(changed);
  if (exact !== null) {
    return { level, probabilityOfRollback: exact.rollback, standardError: 0 };
  }
  const { outcomes, standardErrors } = yield* simulateSteps(changed);
  return {
    level,
    probabilityOfRollback: outcomes.probabilityOfRollback ?? 0,
    standardError: standardErrors.probabilityOfRollback ?? 0,
  };
}

/** The operating-characteristic curve from normal to `worst`, evenly spaced; point by point, with nulls between, so that its caller can show and stop. */
export function* operatingCurve(
  curve: CurveRequest,
  {
    worst,
    points,
    signal,
  }: { readonly worst: number; readonly points: number; readonly signal: CancellationSignal },
): Generator<OperatingPoint | null> {
  const normal = levelOf(curve.request.release.metrics, curve.name, 'baseline');
  for (let i = 0; i < points && !signal.aborted; i += 1) {
    yield yield* rollbackAt(curve, normal + ((worst - normal) * i) / Math.max(1, points - 1));
  }
}

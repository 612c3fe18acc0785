import type { LaunchDriver } from '../launch/launchDriver';
import type { Verdict } from '../model/verdictTable';
import type { ArgoMetric } from '../strategies/argoSettings';

/** What becomes of an analysis. */
export type ArgoPhase = 'running' | 'successful' | 'failed' | 'inconclusive' | 'error';

/** Told of each measurement: closed forms count them. */
export type ArgoObserver = (run: ArgoAnalysisRun, metric: ArgoMetric) => void;

/** Seconds after which a measurement in error is taken again. Source: `analysis.DefaultErrorRetryInterval`. */
const errorRetrySeconds = 10;

interface MetricState {
  readonly metric: ArgoMetric;
  phase: ArgoPhase;
  /** Null once there is nothing more to measure. */
  next: number | null;
  count: number;
  failed: number;
  inconclusive: number;
  consecutiveErrors: number;
  consecutiveSuccesses: number;
}

/** From the best to the worst. Source: `analysisutil.IsWorse`. */
const byBadness: readonly ArgoPhase[] = [
  'running',
  'successful',
  'inconclusive',
  'error',
  'failed',
];

/**
 * One AnalysisRun: measurements of each metric, counted and assessed as its code does. It ends with the first metric that
 * fails, errs or stays inconclusive too often, or once all are done.
 *
 * Source: argoproj/argo-rollouts `analysis/analysis.go` at 9f8d111d8.
 */
export class ArgoAnalysisRun {
  readonly #metrics: readonly MetricState[];
  readonly #observe: ArgoObserver;

  constructor(metrics: readonly ArgoMetric[], startSeconds: number, observe: ArgoObserver) {
    this.#observe = observe;
    this.#metrics = metrics.map((metric) => ({
      metric,
      phase: 'running',
      next: startSeconds + metric.initialDelaySeconds,
      count: 0,
      failed: 0,
      inconclusive: 0,
      consecutiveErrors: 0,
      consecutiveSuccesses: 0,
    }));
  }

  /** When the next measurement is due; null where none is. */
  next(): number | null {
    let earliest: number | null = null;
    for (const { next } of this.#metrics) {
      if (next !== null && (earliest === null || next < earliest)) earliest = next;
    }
    return earliest;
  }

  /** Takes all measurements that are due now. */
  take(launch: LaunchDriver): void {
    for (const state of this.#metrics) {
      if (state.next === null || state.next > launch.time) continue;
      const { verdict } = launch.measure(state.metric.gate);
      this.#observe(this, state.metric);
      count(state, verdict);
      state.phase = assess(state);
      state.next = nextOf(state, verdict, launch.time);
    }
  }

  phase(): ArgoPhase {
    let worst: ArgoPhase = 'running';
    let isComplete = true;
    for (const { phase, metric } of this.#metrics) {
      if (phase === 'running') isComplete = false;
      else if (!metric.dryRun && byBadness.indexOf(phase) > byBadness.indexOf(worst)) worst = phase;
    }
    const isEnding = worst === 'failed' || worst === 'error' || worst === 'inconclusive';
    if (isEnding) return worst;
    return isComplete ? 'successful' : 'running';
  }
}

function count(state: MetricState, verdict: Verdict): void {
  state.consecutiveErrors = verdict === 'error' ? state.consecutiveErrors + 1 : 0;
  state.consecutiveSuccesses = verdict === 'pass' ? state.consecutiveSuccesses + 1 : 0;
  if (verdict !== 'error') state.count += 1;
  if (verdict === 'fail') state.failed += 1;
  if (verdict === 'inconclusive') state.inconclusive += 1;
}

/** A later line wins over an earlier one, as in the code: error over inconclusive over failed. */
function assess(state: MetricState): ArgoPhase {
  const { metric, failed, inconclusive, consecutiveErrors, consecutiveSuccesses } = state;
  if (consecutiveErrors > metric.consecutiveErrorLimit) return 'error';
  if (inconclusive > metric.inconclusiveLimit) return 'inconclusive';
  if (metric.failureLimit >= 0 && failed > metric.failureLimit) return 'failed';
  const wanted = metric.consecutiveSuccessLimit;
  if (wanted > 0 && consecutiveSuccesses >= wanted) return 'successful';
  const most = effectiveCount(metric);
  if (most === null || state.count < most) return 'running';
  if (wanted <= 0) return 'successful';
  return metric.failureLimit >= 0 ? 'inconclusive' : 'failed';
}

/** Without interval and count once; with an interval alone without end. */
function effectiveCount({ count, intervalSeconds }: ArgoMetric): number | null {
  return count ?? (intervalSeconds === null ? 1 : null);
}

function nextOf({ metric, phase }: MetricState, verdict: Verdict, time: number): number | null {
  if (phase !== 'running') return null;
  if (verdict === 'error') return time + errorRetrySeconds;
  return time + (metric.intervalSeconds ?? errorRetrySeconds);
}

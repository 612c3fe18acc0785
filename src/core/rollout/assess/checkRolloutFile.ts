import type { Diagnostic } from '../../model/diagnostic';
import { rolloutFindings } from '../findings/registry';
import type { RolloutSource } from '../read/readRollout';
import { readRollouts } from '../read/registry';
import type { KnownMetrics } from '../release/baselines';
import { goodMetrics } from './assessRollout';
import { askRollout } from './askRollout';

const noPlace = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

/** What is wrong with the rollouts of a file, as text and as rollouts: with the baselines known, else as usual. */
export function checkRolloutFile(
  source: RolloutSource,
  others: readonly RolloutSource[],
  known: KnownMetrics,
): readonly Diagnostic[] {
  const { rollouts, diagnostics } = readRollouts(source, others);
  const findings = rollouts.flatMap((rollout) => {
    const { strategy } = rollout;
    // A flag that moves by the clock is watched elsewhere: it is no canary that pretends to judge.
    if (strategy === null || rollout.format === 'go-feature-flag') return [];
    const { request } = askRollout(rollout, strategy, {
      known,
      requestsPerSecond: null,
      changes: [],
      launches: 1,
      seed: 1,
    });
    const release = { ...request.release, metrics: goodMetrics(request) };
    const span = rollout.places[0] ?? noPlace;
    return rolloutFindings({ ...request, release }, rollout.unread).map((one) => ({
      ...one,
      span,
    }));
  });
  return [...diagnostics.filter(({ code }) => code.startsWith('rollout-')), ...findings];
}

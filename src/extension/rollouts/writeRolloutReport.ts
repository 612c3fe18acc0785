import { reportRollout } from '../../core/rollout/assess/reportRollout';
import type { RolloutSource } from '../../core/rollout/read/readRollout';
import { readRollouts } from '../../core/rollout/read/registry';
import { rolloutMarkdown } from '../../core/rollout/report/rolloutMarkdown';
import type { RolloutSurroundings } from './describeRollouts';

/** The whole report on the rollouts of a text, as Markdown; null where there is none that can be simulated. */
export async function writeRolloutReport(
  source: RolloutSource,
  { others, known, pause }: RolloutSurroundings,
): Promise<string | null> {
  const reports = [];
  for (const rollout of readRollouts(source, others).rollouts) {
    await pause();
    const report = reportRollout(rollout, {
      known,
      requestsPerSecond: null,
      changes: [],
      // Judges without a closed form are simulated at each point of the curve: fewer launches, to be done soon.
      launches: rollout.strategy?.kind === 'kayenta' ? 100 : 500,
      seed: 1,
      compare: true,
      releasesPerYear: 100,
      shareBad: 0.1,
      signal: { aborted: false },
    });
    if (report !== null) reports.push(report);
  }
  return reports.length === 0 ? null : rolloutMarkdown(reports);
}

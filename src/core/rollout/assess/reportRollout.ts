import { compareStrategies } from '../compare/compareStrategies';
import { rolloutFindings } from '../findings/registry';
import type { ReadRollout } from '../read/readRollout';
import { rolloutFormats } from '../read/registry';
import type { RolloutReport } from '../report/rolloutReport';
import { askRollout, type RolloutQuestion } from './askRollout';
import { assessRollout, goodMetrics } from './assessRollout';

/** All that is said of one rollout; null where it has no strategy that can be simulated. */
export function reportRollout(
  rollout: ReadRollout,
  question: RolloutQuestion,
): RolloutReport | null {
  const { strategy } = rollout;
  if (strategy === null) return null;
  const { request, change, assumptions } = askRollout(rollout, strategy, question);
  const { releasesPerYear, shareBad, signal } = question;
  const options = { name: change.name, releasesPerYear, shareBad, signal };
  const good = { ...request, release: { ...request.release, metrics: goodMetrics(request) } };
  const span = rollout.places[0] ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  return {
    name: rollout.name,
    format: rolloutFormats.find(({ id }) => id === rollout.format)?.name ?? rollout.format,
    requestsPerSecond: request.traffic.requestsPerSecond,
    assessment: assessRollout(request, options),
    comparison: question.compare ? compareStrategies(request) : null,
    assumptions: [
      ...assumptions,
      `${releasesPerYear} releases a year, ${shareBad * 100} % of them bad`,
    ],
    findings: rolloutFindings(good, rollout.unread).map((finding) => ({ ...finding, span })),
  };
}

import type { Diagnostic } from '../../core/model/diagnostic';
import type { Span } from '../../core/model/position';
import { checkRolloutFile } from '../../core/rollout/assess/checkRolloutFile';
import { askRollout } from '../../core/rollout/assess/askRollout';
import type { ReadRollout, RolloutSource } from '../../core/rollout/read/readRollout';
import { readRollouts } from '../../core/rollout/read/registry';
import { levelOf } from '../../core/rollout/release/changedMetrics';
import { rolloutSentence } from '../../core/rollout/report/rolloutSentence';
import { RolloutSimulation } from '../../core/rollout/simulate/rolloutSimulation';
import type { KnownMetrics } from '../../core/rollout/release/baselines';

/** A line above the steps of a rollout. */
export interface RolloutLine {
  readonly span: Span;
  readonly title: string;
  readonly tooltip: string;
}

export interface DescribedRollouts {
  readonly lines: readonly RolloutLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known beside the file: files with templates, metrics of `flaglab.yaml`, a moment for others. */
export interface RolloutSurroundings {
  readonly others: readonly RolloutSource[];
  readonly known: KnownMetrics;
  readonly pause: () => Promise<void>;
}

/** As many as the panel and the command line simulate, so that all say the same; a judge that ranks samples takes long for so many. */
const launches = 2000;
const rankedLaunches = 400;

/** What the rollouts of a text do to a bad release, a line each, and what cannot work in them. */
export async function describeRollouts(
  source: RolloutSource,
  { others, known, pause }: RolloutSurroundings,
): Promise<DescribedRollouts> {
  const { rollouts } = readRollouts(source, others);
  const lines: RolloutLine[] = [];
  for (const rollout of rollouts) lines.push(...(await linesOf(rollout, known, pause)));
  await pause();
  return { lines, diagnostics: checkRolloutFile(source, others, known) };
}

async function linesOf(
  rollout: ReadRollout,
  known: KnownMetrics,
  pause: () => Promise<void>,
): Promise<readonly RolloutLine[]> {
  if (rollout.strategy === null) return [];
  const asked = askRollout(rollout, rollout.strategy, {
    known,
    requestsPerSecond: null,
    changes: [],
    launches: rollout.strategy.kind === 'kayenta' ? rankedLaunches : launches,
    seed: 1,
  });
  const { request, change, assumptions } = asked;
  const simulation = new RolloutSimulation(request);
  // A step is some milliseconds of work.
  while (simulation.step()) await pause();
  const { metrics } = request.release;
  const release = {
    metric: change.name,
    normal: levelOf(metrics, change.name, 'baseline'),
    underTest: levelOf(metrics, change.name, 'canary'),
  };
  const title = rolloutSentence(release, simulation.result());
  const rate = `${request.traffic.requestsPerSecond} requests a second`;
  const tooltip = ['Taken as given:', rate, ...assumptions].join('\n- ');
  return rollout.places.map((span) => ({ span, title, tooltip }));
}

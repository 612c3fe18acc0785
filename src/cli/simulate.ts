import type { CancellationSignal } from '../core/model/cancellationSignal';
import { runSimulation, type SimulationHost } from '../core/simulate/runSimulation';
import { createSimulation } from '../core/simulate/simulation';
import type { CommandResult, OutputFormat } from './commandResult';
import { planMessages, type PlanReport, planReport } from './plan/planReport';
import { simulateJson, type SimulationReport } from './plan/simulateJson';
import { simulateText } from './plan/simulateText';

export interface SimulateRequest {
  /** As the user gave it. */
  readonly planFile: string;
  readonly planText: string;
  readonly format: OutputFormat;
  /** Replications, 1 to 10 million. */
  readonly runs: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly version: string;
  /** Aborted by Ctrl-C: what is known is reported, with exit code 130. */
  readonly signal: CancellationSignal;
  readonly onProgress: (done: number, planned: number) => void;
  /** This process, unless a test takes its place. */
  readonly host?: SimulationHost;
}

const thisProcess: SimulationHost = {
  now: () => performance.now(),
  pause: async () => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  },
};

/** `flaglab simulate`: synthetic launches of a plan. */
export async function runSimulate(request: SimulateRequest): Promise<CommandResult> {
  const plan = planReport(request.planFile, request.planText);
  if (plan.plan === null) return report(request, plan, { result: null, refused: null });
  const created = createSimulation({
    plan: plan.plan,
    seed: request.seed,
    replications: request.runs,
  });
  if (created.kind === 'refused') {
    const { code, message } = created;
    return report(request, plan, { result: null, refused: { code, message } });
  }
  const { result } = await runSimulation({
    simulation: created.simulation,
    signal: request.signal,
    host: request.host ?? thisProcess,
    onProgress: ({ replications }) => request.onProgress(replications.done, replications.planned),
  });
  return report(request, plan, { result, refused: null });
}

function report(
  { format, runs, seed, version }: SimulateRequest,
  plan: PlanReport,
  outcome: Pick<SimulationReport, 'result' | 'refused'>,
): CommandResult {
  const { result, refused } = outcome;
  const isWhole = result !== null && result.replications.done === result.replications.planned;
  const interrupted = plan.plan !== null && refused === null && !isWhole;
  const text = plan.plan === null || result === null ? '' : simulateText(plan.plan, result);
  const said = refused === null ? [] : [`${plan.file}: ${refused.message}`];
  const stopped = interrupted
    ? [`Interrupted after ${result?.replications.done ?? 0} of ${runs} simulated launches.`]
    : [];
  const whole = isWhole ? 0 : 2;
  return {
    exitCode: interrupted ? 130 : whole,
    output: format === 'json' ? simulateJson(plan, { seed, runs, ...outcome }, version) : text,
    messages: [...planMessages(plan), ...said, ...stopped],
  };
}

import type { CancellationSignal } from '../core/model/cancellationSignal';
import { simulationJson, type SimulationReport } from '../core/report/simulation/simulationJson';
import { simulationReport } from '../core/report/simulation/simulationReport';
import { runSimulation, type SimulationHost } from '../core/simulate/runSimulation';
import { createSimulation } from '../core/simulate/simulation';
import type { SimulationRequest } from '../core/simulate/simulationRequest';
import type { SimulationThread, StartSimulationThread } from '../engine/simulationThreads';
import type { CommandResult, SimulateFormat } from './commandResult';
import { planMessages, type PlanReport, planReport } from './plan/planReport';
import { simulateText } from './plan/simulateText';

export interface SimulateRequest {
  /** As the user gave it. */
  readonly planFile: string;
  readonly planText: string;
  readonly format: SimulateFormat;
  /** Name of the file the report is written to: its pictures go beside it; left out: it has none. */
  readonly outputName?: string;
  /** Replications, 1 to 10 million; with an error the most there are. */
  readonly runs: number;
  /** Half the 95 % interval of power and false alarms at which the run ends; left out: after `runs`. */
  readonly error?: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Rules to compare with the plan's own. */
  readonly rules?: readonly string[];
  /** Threads, this one included; more than 1 need `startThread`. */
  readonly threads?: number;
  readonly startThread?: StartSimulationThread;
  readonly version: string;
  /** Aborted by Ctrl-C: what is known is reported, with exit code 130. */
  readonly signal: CancellationSignal;
  readonly onProgress: (done: number, planned: number) => void;
  /** This process, unless a test takes its place. */
  readonly host?: SimulationHost;
}

/** This process as a host of runs. */
export const thisProcess: SimulationHost = {
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
  const { error, rules = [], seed, runs } = request;
  const asked: SimulationRequest = {
    plan: plan.plan,
    seed,
    replications: runs,
    rules,
    ...(error !== undefined && { error }),
  };
  const created = createSimulation(asked);
  if (created.kind === 'refused') {
    const { code, message } = created;
    return report(request, plan, { result: null, refused: { code, message } });
  }
  const helpers = startHelpers(request, asked);
  const { kind, result } = await runSimulation({
    simulation: created.simulation,
    signal: request.signal,
    host: request.host ?? thisProcess,
    helpers,
    onProgress: ({ replications }) => request.onProgress(replications.done, replications.planned),
  });
  for (const helper of helpers) helper.close();
  return report(request, plan, { result, refused: null, isFinished: kind === 'finished' });
}

/** Threads beside this one. */
function startHelpers(
  { threads = 1, startThread }: SimulateRequest,
  asked: SimulationRequest,
): readonly SimulationThread[] {
  if (startThread === undefined) return [];
  return Array.from({ length: threads - 1 }, () => startThread(asked));
}

function report(
  request: SimulateRequest,
  plan: PlanReport,
  outcome: Pick<SimulationReport, 'result' | 'refused'> & { readonly isFinished?: boolean },
): CommandResult {
  const { runs } = request;
  const { result, refused, isFinished = false } = outcome;
  const interrupted = plan.plan !== null && refused === null && !isFinished;
  const said = refused === null ? [] : [`${plan.file}: ${refused.message}`];
  const stopped = interrupted
    ? [`Interrupted after ${result?.replications.done ?? 0} of ${runs} simulated launches.`]
    : [];
  const whole = isFinished ? 0 : 2;
  return {
    exitCode: interrupted ? 130 : whole,
    ...written(request, plan, { result, refused }),
    messages: [...planMessages(plan), ...said, ...stopped],
  };
}

function written(
  { format, seed, runs, version, outputName }: SimulateRequest,
  { file, plan, diagnostics }: PlanReport,
  { result, refused }: Pick<SimulationReport, 'result' | 'refused'>,
): Pick<CommandResult, 'output' | 'pictures'> {
  const context = { planFile: file, version };
  if (format === 'json') {
    return { output: simulationJson({ seed, runs, result, refused, diagnostics }, context) };
  }
  if (plan === null || result === null) return { output: '' };
  if (format === 'text') return { output: simulateText(plan, result) };
  const fileName = outputName ?? null;
  const { text, pictures } = simulationReport(plan, result, {
    ...context,
    format,
    fileName,
    diagnostics,
  });
  return { output: text, pictures };
}

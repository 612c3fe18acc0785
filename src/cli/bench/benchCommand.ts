import { runSimulation } from '../../core/simulate/runSimulation';
import { createSimulation } from '../../core/simulate/simulation';
import type { StartSimulationThread } from '../../engine/simulationThreads';
import type { CommandResult } from '../commandResult';
import { thisProcess } from '../simulate';
import { benchCases } from './benchCases';

/** `flaglab bench`: one question of the speed comparison, timed; one line of JSON, as numpy's and R's scripts print it. */
export async function benchCommand(
  id: string,
  {
    threads,
    startThread,
    version,
  }: {
    readonly threads: number;
    readonly startThread: StartSimulationThread;
    readonly version: string;
  },
): Promise<CommandResult> {
  const found = benchCases.find((each) => each.id === id);
  if (found === undefined) {
    const there = benchCases.map((each) => each.id).join(', ');
    return {
      exitCode: 2,
      output: '',
      messages: [`There is no case "${id}". There are: ${there}.`],
    };
  }
  const began = thisProcess.now();
  const helpers = Array.from({ length: threads - 1 }, () => startThread(found.request));
  const created = createSimulation(found.request);
  if (created.kind === 'refused') {
    return { exitCode: 3, output: '', messages: [created.message] };
  }
  const { result } = await runSimulation({
    simulation: created.simulation,
    signal: { aborted: false },
    host: thisProcess,
    helpers,
    onProgress: () => {},
  });
  const seconds = (thisProcess.now() - began) / 1000;
  for (const helper of helpers) helper.close();
  const answer = result === null ? NaN : found.read(result);
  const line = {
    case: id,
    impl: `flaglab ${version}`,
    engine: result?.engine.kind,
    unitsDrawn: result?.unitsDrawn,
    threads,
    reps: found.request.replications,
    seconds: Number(seconds.toFixed(4)),
    result: answer,
    ok: Math.abs(answer - found.expected) <= found.tolerance,
  };
  return { exitCode: line.ok ? 0 : 1, output: `${JSON.stringify(line)}\n`, messages: [] };
}

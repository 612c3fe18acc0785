import type { FromSimulationWorker } from '../../src/protocol/simulation';
import { createSimulationHandler } from '../../src/protocol/simulationHandler';
import type { SimulationRunner } from './simulationWorker';

/** The worker's work in this process, for hosts that refuse workers: a slice at a time, so that typing stays smooth. */
export function simulateInProcess(
  report: (message: FromSimulationWorker) => void,
): SimulationRunner {
  const handler = createSimulationHandler({
    post: report,
    now: () => performance.now(),
    pause: async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    },
  });
  return { send: handler.receive, end: handler.end };
}

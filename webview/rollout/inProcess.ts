import { createRolloutHandler } from '../../src/protocol/rolloutHandler';
import type { FromRolloutWorker, ToRolloutWorker } from '../../src/protocol/rolloutWork';
import type { SimulationRunner } from '../simulator/simulationWorker';

/** The worker's work in this process, for hosts that refuse workers: a slice at a time, so that typing stays smooth. */
export function rolloutInProcess(
  report: (message: FromRolloutWorker) => void,
): SimulationRunner<ToRolloutWorker> {
  const handler = createRolloutHandler({
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

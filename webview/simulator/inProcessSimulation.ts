import type { FromSimulationWorker } from '../../src/protocol/simulation';
import type { SimulationRunner } from './simulationWorker';

/** The worker's work in this process, for hosts that refuse workers: a slice at a time, so that typing stays smooth. */
export function simulateInProcess(
  report: (message: FromSimulationWorker) => void,
): SimulationRunner {
  return {
    send: (message) =>
      report({ kind: 'failed', run: message.run, message: 'No simulation in this build yet.' }),
    end: () => {},
  };
}

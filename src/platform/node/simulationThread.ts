import { Worker } from 'node:worker_threads';
import type {
  FromSimulationThread,
  SimulationThread,
  StartSimulationThread,
  ToSimulationThread,
} from '../../engine/simulationThreads';
import type { BlockSums } from '../../core/simulate/blockSums';
import type { SimulationRequest } from '../../core/simulate/simulationRequest';

interface Waiting {
  readonly resolve: (sums: BlockSums) => void;
  readonly reject: (error: Error) => void;
}

/** Starts threads that help with a run. `file` is the path of their bundle. */
export function startSimulationThread(file: string): StartSimulationThread {
  return (request: SimulationRequest): SimulationThread => {
    const worker = new Worker(file);
    const waiting = new Map<number, Waiting>();
    let ended: Error | null = null;
    const end = (error: Error): void => {
      ended = error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    const post = (message: ToSimulationThread): void => worker.postMessage(message);
    worker.on('message', ({ block, sums }: FromSimulationThread) => {
      waiting.get(block)?.resolve(sums);
      waiting.delete(block);
    });
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => end(new Error('The simulation thread has ended.')));
    post({ kind: 'open', request });
    return {
      run: (block) =>
        new Promise((resolve, reject) => {
          if (ended !== null) {
            reject(ended);
            return;
          }
          waiting.set(block, { resolve, reject });
          post({ kind: 'block', block });
        }),
      close: () => void worker.terminate(),
    };
  };
}

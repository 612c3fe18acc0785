import type { ToSimulationWorker } from '../../protocol/simulation';
import { createSimulationHandler } from '../../protocol/simulationHandler';

declare const self: DedicatedWorkerGlobalScope;

const handler = createSimulationHandler({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker has one partner
  post: (message) => self.postMessage(message),
  now: () => performance.now(),
  pause: async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  },
});

self.addEventListener('message', ({ data }: MessageEvent<ToSimulationWorker>) => {
  handler.receive(data);
});

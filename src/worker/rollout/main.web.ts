import { createRolloutHandler } from '../../protocol/rolloutHandler';
import type { ToRolloutWorker } from '../../protocol/rolloutWork';

declare const self: DedicatedWorkerGlobalScope;

const handler = createRolloutHandler({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker has one partner
  post: (message) => self.postMessage(message),
  now: () => performance.now(),
  pause: async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  },
});

self.addEventListener('message', ({ data }: MessageEvent<ToRolloutWorker>) => {
  handler.receive(data);
});

import { setImmediate } from 'node:timers/promises';

/** Lets other work have its turn once so much time was spent without a rest. */
export function createGiveWay(everyMs = 20): () => Promise<void> | void {
  let rested = performance.now();
  return () => {
    if (performance.now() - rested < everyMs) return undefined;
    return setImmediate().then(() => {
      rested = performance.now();
    });
  };
}

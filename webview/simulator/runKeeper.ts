import type { KeptRun } from '../../src/protocol/keptRun';

export interface RunKeeper {
  /** Takes what a run has done so far; what comes later replaces it. */
  readonly keep: (run: KeptRun) => void;
}

const everyMs = 1000;

/** Hands what a run has done to the host: at once when it ends or is another one, while it runs at most, and if there is anything new at least, once a second. */
export function createRunKeeper(
  send: (run: KeptRun) => void,
  now: () => number = () => performance.now(),
): RunKeeper {
  let sentAt = -Infinity;
  let sentHash: string | null = null;
  let waiting: KeptRun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === null) return;
    sentAt = now();
    sentHash = waiting.checkpoint.hash;
    send(waiting);
    waiting = null;
  };
  return {
    keep: (run) => {
      waiting = run;
      const left = sentAt + everyMs - now();
      const isAnother = run.checkpoint.hash !== sentHash;
      if (run.state !== 'running' || isAnother || left <= 0) flush();
      else timer ??= setTimeout(flush, left);
    },
  };
}

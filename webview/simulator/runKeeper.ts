import type { KeptRun } from '../../src/protocol/keptRun';

export interface RunKeeper {
  /** Takes what a run has done so far; what comes later replaces it. */
  readonly keep: (run: KeptRun) => void;
}

const everyMs = 1000;

/** Hands what a run has done to the host: at once when it ends, while it runs at most, and if there is anything new at least, once a second. */
export function createRunKeeper(
  send: (run: KeptRun) => void,
  now: () => number = () => performance.now(),
): RunKeeper {
  let sentAt = -Infinity;
  let waiting: KeptRun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === null) return;
    sentAt = now();
    send(waiting);
    waiting = null;
  };
  return {
    keep: (run) => {
      waiting = run;
      const left = sentAt + everyMs - now();
      if (run.state !== 'running' || left <= 0) flush();
      else timer ??= setTimeout(flush, left);
    },
  };
}

/** Undoes what a host's start did, newest first. */
export interface CleanUp {
  add(undo: () => Promise<void>): void;
  /** Runs every step, even after one failed, and then reports the first failure. */
  run(): Promise<void>;
}

export function createCleanUp(): CleanUp {
  const steps: (() => Promise<void>)[] = [];
  return {
    add: (undo) => void steps.push(undo),
    async run() {
      const failures: unknown[] = [];
      for (const undo of steps.splice(0).reverse()) {
        await undo().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

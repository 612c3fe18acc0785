import type { FactsReader } from './factsReader';

/** Another reader is asked where so many files wait for each of those before it. */
const mostWaiting = 3;

/** Several readers of facts as one: the first that is free is asked, and further ones are used only where many files wait. */
export function createFactsReaders(readers: readonly [FactsReader, ...FactsReader[]]): FactsReader {
  const waiting = readers.map(() => 0);

  function nextReader(): number {
    const free = waiting.findIndex((count) => count < mostWaiting);
    return free < 0 ? waiting.indexOf(Math.min(...waiting)) : free;
  }

  return {
    async read(file, text, names) {
      const index = nextReader();
      waiting[index] = (waiting[index] ?? 0) + 1;
      try {
        return await (readers[index] ?? readers[0]).read(file, text, names);
      } finally {
        waiting[index] = (waiting[index] ?? 0) - 1;
      }
    },
  };
}

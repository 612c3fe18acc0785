import { createHash } from 'node:crypto';
import type { FactsStore, StoredFacts } from '../../src/engine/createFactsCache';

/** A place for caches in memory, with a clock that is set by hand. */
export function memoryFactsStore(): FactsStore & { stored: StoredFacts | null; time: number } {
  const store = {
    stored: null as StoredFacts | null,
    time: 0,
    load: () => Promise.resolve(store.stored),
    save: (stored: StoredFacts) => {
      store.stored = stored;
      return Promise.resolve();
    },
    hashOf: (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('hex'),
    now: () => store.time,
  };
  return store;
}

const longestStretchMs = 12;

/** Lets the host answer others whenever work has gone on for a while; called between files. */
export function createGiveWay(now: () => number): () => Promise<void> | void {
  let last = now();
  return () => {
    if (now() - last < longestStretchMs) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = now();
        resolve();
      }, 0);
    });
  };
}

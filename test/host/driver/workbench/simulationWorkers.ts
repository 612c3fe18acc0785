import type { Page, Worker } from 'playwright-core';

/** The simulation workers of all panels in a window, by the name the panel gives them. */
export async function simulationWorkers(page: Page): Promise<readonly Worker[]> {
  const named = await Promise.all(
    page.workers().map(async (worker) => {
      // A worker may end while it is asked.
      const name = await worker.evaluate(() => self.name).catch(() => '');
      return name === 'flaglab-simulation' ? [worker] : [];
    }),
  );
  return named.flat();
}

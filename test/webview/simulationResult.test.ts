import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { FromSimulationWorker, SimulationRequest } from '../../src/protocol/simulation';
import { projectPath, projectRoot } from '../house/projectFiles';
import { goldenRuns, goldenText } from '../support/goldenRuns';
import { input } from './support/controls';
import { openPanel } from './support/openPanel';
import { panelPerTest } from './support/panelPerTest';

const golden = readFileSync(projectPath('test/golden/simulate/runs.json'), 'utf8');
const { open, opened } = panelPerTest(openPanel);

/** In the page: one run in a worker made as the panel makes it. Its last message as text. */
async function runInWorker(request: SimulationRequest): Promise<string> {
  const source = await (await fetch('/worker.js')).text();
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const last = await new Promise<FromSimulationWorker>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromSimulationWorker>) => {
      if (data.kind !== 'progress') resolve(data);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin to name
    worker.postMessage({ kind: 'start', run: 1, request });
  });
  worker.terminate();
  return JSON.stringify(last);
}

test('the worker’s results in this browser are those of Node, bit for bit', async () => {
  const { page } = await open();
  const results: { name: string; result: unknown }[] = [];
  for (const { name, plan, seed, replications } of goldenRuns) {
    const said = await page.evaluate(runInWorker, { plan, seed, replications });
    const last = JSON.parse(said) as FromSimulationWorker;
    if (last.kind !== 'finished') throw new Error(said);
    results.push({ name, result: last.result });
  }
  expect(goldenText(results)).toBe(golden);
});

test('and so are those computed in the page itself', async () => {
  const { page } = await open();
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/support/goldenRuns.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'golden',
    write: false,
  });
  const source = outputFiles[0]?.text ?? '';
  expect(await page.evaluate(`(() => { ${source}; return golden.goldenRunsJson(); })()`)).toBe(
    golden,
  );
});

test.each([
  ['in the worker', undefined],
  ['in the page, where workers are refused', "worker-src 'none'"],
])('a run from the panel %s ends with the number of the golden run', async (_where, directive) => {
  const { page, host } = await open({
    ...(directive && { changePolicy: (policy) => policy.replace('worker-src blob:', directive) }),
  });
  await input(page, 'replications').fill('2500');
  await page.locator('#run').click();
  // test/golden/simulate/runs.json, run "example": seed 1, 2,500 replications.
  await page.getByText('585,850,000 users drawn over 20 days in 2,500 launches; seed 1.').waitFor();
  await page
    .locator('[role=status]', { hasText: 'Simulation finished' })
    .waitFor({ state: 'attached' });
  expect(await page.locator('#simulated-power').textContent()).toBe('79.64 %');
  expect(await page.locator('#simulated-power + dd').textContent()).toBe(
    '95 % interval 78.02 % to 81.17 %',
  );
  await page.getByText('They agree: 0.5 standard errors apart.').waitFor();
  if (directive) {
    expect(host.received.find(({ kind }) => kind === 'log')).toMatchObject({ level: 'info' });
    opened().forgive(/worker/i);
  }
});

test('a run of a million replications is cancelled half way', async () => {
  const { page } = await open();
  await input(page, 'replications').fill('1000000');
  await page.locator('#run').click();
  // At least one block is done: before that there is nothing to tell of.
  await page.getByText(/^\d[\d,]*,000 of 1,000,000 launches$/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/Cancelled after \d[\d,]*000 of 1,000,000 launches/).waitFor();
  expect(await page.locator('#simulated-power').textContent()).toMatch(/^(79|80)\.\d\d %$/);
});

test('a plan that cannot be simulated says why', async () => {
  const { page, host } = await open();
  await host.changeFile(host.text.replace('newUnitsPerDay: 12000', 'newUnitsPerDay: 0'));
  await page.locator('#run').click();
  await page.getByText('Without traffic nobody arrives').waitFor();
});

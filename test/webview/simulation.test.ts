import { describe, expect, test } from 'vitest';
import { enter, input } from './support/controls';
import { openPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';
import { panelPerTest } from './support/panelPerTest';

const { open, opened } = panelPerTest(openPanel);

const partly = resultWith({ replications: { done: 2500, planned: 10_000 } });
const waits = scriptedWorker({ progress: [partly] });
/** Each run says how many there were, and goes on. */
const counting = `let starts = 0;
  const result = ${JSON.stringify(partly)};
  self.onmessage = ({ data: { kind, run, request } }) => {
    if (kind !== 'start') return;
    starts += 1;
    const replications = { done: 1000 * starts, planned: request.replications };
    self.postMessage({ kind: 'progress', run, result: { ...result, replications }, checkpoint: null });
  };`;
/** The first run ends; the next is never heard of. */
const firstOnly = scriptedWorker({ progress: [], finished: resultWith(), runs: 1 });
const finishes = scriptedWorker({ progress: [partly], finished: resultWith() });

describe('running', () => {
  test('shows progress, seed and Cancel, and the numbers so far', async () => {
    const { page } = await open({ worker: waits });
    await page.locator('#run').click();
    await page.getByText('2,500 of 10,000 launches').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe(
      'Simulation progress',
    );
    expect(
      await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value),
    ).toBe(2500);
    expect(await input(page, 'seed').isVisible()).toBe(true);
    expect(await page.locator('#simulated-power').textContent()).toBe('80.31 %');
    await page.getByText('so far', { exact: true }).waitFor();
  });

  test('the power of the test itself stands beside the formula’s, where people would see them differ', async () => {
    const apart = resultWith({ refinedPower: { power: 0.7721, by: 'expansion' } });
    const { page } = await open({ worker: scriptedWorker({ progress: [], finished: apart }) });
    await page.locator('#run').click();
    await page.locator('#refined-power').waitFor();
    expect((await page.locator('#refined-power').textContent())?.trim()).toBe(
      '77.21 % with skewness taken in',
    );
    await page.getByText('The simulation agrees with the test itself').waitFor();
  });

  test('Cancel keeps what is known and hands the focus back', async () => {
    const { page } = await open({ worker: waits });
    await page.locator('#run').click();
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled after 2,500 of 10,000 launches.').waitFor();
    expect(await page.locator('#simulated-power').textContent()).toBe('80.31 %');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('run');
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    expect(await page.locator('[role=status]').textContent()).toContain('cancelled');
  });

  test('a change of the plan that matters starts it anew; one that does not, does not', async () => {
    const { page } = await open({ worker: counting });
    await page.locator('#run').click();
    await page.getByText('1,000 of 10,000').waitFor();
    await enter(page, 'hypothesis', 'Another sentence.');
    await page.locator('h1').click();
    await enter(page, 'design.power', '90');
    await page.getByText('2,000 of 10,000').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(1);
  });

  test.each([
    ['seed', '2'],
    ['replications', '5000'],
    ['error', '0.5'],
  ])('another %s starts it anew, without a click', async (id, typed) => {
    const { page } = await open({ worker: counting });
    await page.locator('#run').click();
    await page.getByText('1,000 of 10,000').waitFor();
    await input(page, id).fill(typed);
    await page.getByText(/^2,000 of (10|5),000/).waitFor();
  });

  test('nothing runs before it is asked for', async () => {
    const { page } = await open({ worker: counting });
    await enter(page, 'design.power', '90');
    await page.locator('h1').click();
    await input(page, 'seed').fill('7');
    await page.getByText('Not simulated yet.').waitFor();
    await page.locator('#run').click();
    await page.getByText('1,000 of 10,000').waitFor();
  });
});

describe('a result is simulated anew when the file changes', () => {
  // Each is read by the simulation (src/core/simulate/runDesign.ts, prepareRun.ts): other launches are drawn.
  test.each([
    ['its true effect', 'simulation: { effect: 0.5 }'],
    ['its telemetry', 'telemetry: { sampledShare: 0.5 }'],
    ['its assignment', 'assignment: { salt: other }'],
  ])('%s', async (_what, lines) => {
    const { page, host } = await open({ worker: counting });
    await page.locator('#run').click();
    await page.getByText('1,000 of 10,000').waitFor();
    await host.changeFile(`${host.text}${lines}\n`);
    expect(host.plan).not.toBeNull();
    await page.getByText('2,000 of 10,000').waitFor({ timeout: 5000 });
    expect(await page.locator('.outdated').count()).toBe(0);
  });

  test('and is marked as of the past while it cannot be', async () => {
    const { page, host } = await open({ worker: finishes });
    await page.locator('#run').click();
    await page.locator('.verdict').waitFor();
    await input(page, 'seed').fill('-1');
    await host.changeFile(host.text.replace('power: 0.8', 'power: 0.9'));
    await page.getByText('The plan has changed since this run.').waitFor();
    expect(await page.locator('#simulated-power').textContent()).toBe('80.31 %');
  });

  test('what was there before stays until there is something new', async () => {
    const { page } = await open({ worker: firstOnly });
    await page.locator('#run').click();
    await page.locator('.verdict').waitFor();
    await enter(page, 'design.power', '90');
    await page.getByText('Simulating the changed plan.').waitFor();
    expect(await page.locator('#chart-estimate .picture > svg').count()).toBe(1);
  });
});

describe('a result', () => {
  test('stands beside the formula’s with its interval, and says that they agree', async () => {
    const { page } = await open({ worker: finishes });
    await page.locator('#run').click();
    const section = page.getByRole('region', { name: 'Simulation', exact: true });
    await section.locator('.verdict').waitFor();
    const text = await section.innerText();
    expect(text).toContain('80.31 %');
    expect(text).toContain('95 % interval 79.52 % to 81.08 %');
    expect(text).toContain('80.00 %');
    expect(text).toContain('They agree: 0.8 standard errors apart.');
    expect(text).toContain('2,343,400,000 users drawn over 20 days in 10,000 launches; seed 1.');
    expect(
      await section.locator('#chart-estimate').getByRole('img').getAttribute('aria-label'),
    ).toBe(
      'By the end of day 20, 95 % of the simulated launches estimate an effect between 0.0789 and 0.441 percentage points; the mean is 0.26.',
    );
  });

  test('that differs by more than 3.5 standard errors is marked by sign, border and words', async () => {
    const finished = resultWith({ agrees: false, standardErrorsApart: 5.12 });
    const { page } = await open({ worker: scriptedWorker({ progress: [], finished }) });
    await page.locator('#run').click();
    const verdict = page.locator('.verdict.differs');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('They differ: 5.1 standard errors apart');
    expect(await verdict.locator('.icon.error').count()).toBe(1);
    expect(await verdict.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe(
      'solid',
    );
  });

  test('of a worker that fails is a sentence', async () => {
    const worker = `self.onmessage = ({ data: { run } }) =>
      self.postMessage({ kind: 'failed', run, message: 'The plan has no traffic to simulate.' });`;
    const { page } = await open({ worker });
    await page.locator('#run').click();
    await page.getByText('The plan has no traffic to simulate.').waitFor();
  });

  test('of a worker that dies is a sentence too, and the next run starts anew', async () => {
    const worker = `self.onmessage = ({ data: { run, request } }) => {
      self.postMessage({ kind: 'progress', run, result: ${JSON.stringify(partly)}, checkpoint: null });
      if (request.seed === 1) setTimeout(() => { throw new Error('out of memory'); });
    };`;
    const { page, host } = await open({ worker });
    await page.locator('#run').click();
    await page.getByText('The simulation stopped unexpectedly.').waitFor();
    await expect
      .poll(() => host.received.find(({ kind }) => kind === 'log'))
      .toMatchObject({
        level: 'error',
        message: expect.stringContaining('out of memory'),
      });
    opened().forgive(/out of memory/);
    await input(page, 'seed').fill('2');
    await page.locator('#run').click();
    await page.getByText('2,500 of 10,000').waitFor();
  });
});

describe('seed and replications', () => {
  test.each([
    ['seed', '-1', 'a whole number, 0 to 4,294,967,295'],
    ['seed', '1.5', 'a whole number'],
    ['replications', '10', 'a whole number, 100 to 1,000,000'],
  ])('%s %s is refused with the range', async (id, typed, range) => {
    const { page } = await open({ worker: finishes });
    await input(page, id).fill(typed);
    await page.locator('.own-field .error', { hasText: range }).waitFor();
    expect(await page.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true);
  });

  test('New seed writes another one, which the run uses', async () => {
    const { page } = await open({ worker: finishes });
    await page.getByRole('button', { name: 'New seed' }).click();
    await expect.poll(() => input(page, 'seed').inputValue()).not.toBe('1');
    const seed = await input(page, 'seed').inputValue();
    await page.locator('#run').click();
    await page.getByText(`seed ${seed}.`).waitFor();
  });

  test('they are kept while the panel is hidden, with what was folded out; results are not', async () => {
    const { page } = await open({ worker: finishes });
    await input(page, 'seed').fill('42');
    await page.locator('#chart-power summary').click();
    await page.locator('#run').click();
    await page.locator('.verdict').waitFor();
    const kept = await page.evaluate(
      () => (window as unknown as { flaglabKept: unknown }).flaglabKept,
    );
    expect(kept).toEqual({
      seed: '42',
      replications: '10000',
      error: '',
      rules: [],
      solveFor: 'sample-size',
      match: null,
      open: ['table-power'],
      scrollTop: expect.any(Number),
    });
    await opened().close();
    const again = await open({ kept });
    expect(await input(again.page, 'seed').inputValue()).toBe('42');
    expect(await again.page.locator('#chart-power table').isVisible()).toBe(true);
    expect(await again.page.locator('.verdict').count()).toBe(0);
  });

  test.each([null, 7, { seed: 3, open: 'all', scrollTop: -4 }])(
    'what another version kept (%j) does no harm',
    async (kept) => {
      const { page } = await open({ kept });
      expect(await input(page, 'seed').inputValue()).toBe('1');
    },
  );
});

describe('stillness', () => {
  test.each(['vscode-using-screen-reader', 'vscode-reduce-motion'])(
    'with %s no picture is drawn before the end',
    async (bodyClass) => {
      const { page } = await open({ worker: waits, bodyClasses: [bodyClass] });
      await page.locator('#run').click();
      await page.getByText('2,500 of 10,000').waitFor();
      expect(await page.locator('#chart-estimate').count()).toBe(0);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.locator('#chart-estimate svg').waitFor();
    },
  );
});

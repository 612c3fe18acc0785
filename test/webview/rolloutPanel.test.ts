import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe';
import { control, enter, input } from './support/controls';
import { openRolloutPanel } from './support/openRolloutPanel';
import { themeNames } from './support/themes';
import { panelPerTest } from './support/panelPerTest';

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/rollouts/${name}`, import.meta.url), 'utf8');
}

/** The reference example: 1 minute, steps of 5 up to 50, threshold 10, success of at least 99 %. */
const canary = `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: checkout }
spec:
  analysis:
    interval: 1m
    threshold: 10
    maxWeight: 50
    stepWeight: 5 # careful
    metrics:
      - { name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }
`;

const { open, opened } = panelPerTest(
  (browser, options: Partial<Parameters<typeof openRolloutPanel>[1]> = {}) =>
    openRolloutPanel(browser, { text: canary, ...options }),
);

const answer = () => opened().page.locator('#answer').innerText();
const grip = (id: string) => opened().page.locator(`[id="grip-spec.analysis.${id}"]`);
const stepWeight = 'handle-spec.analysis.stepWeight';

describe.each(themeNames)('axe finds nothing in %s', (theme) => {
  test('once all is simulated and folded out', async () => {
    const { page, done } = await open({
      theme,
      kept: {
        open: [
          'assumptions',
          'outcomes',
          'table-timeline',
          'table-operating-curve',
          'table-exposure',
        ],
      },
    });
    await done();
    await enter(page, stepWeight, '500');
    await page.getByText('A whole number from 1 to 100.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('the answer is that of the reference table, exact beside simulated, and films and strategies follow', async () => {
  const { page, done } = await open();
  await done();
  expect(await answer()).toContain('rolls back 25 % of the time · median 19 min · 28,200 requests');
  expect(await page.locator('.exact tbody tr').first().innerText()).toMatch(
    /25 %.*2\d % ± [01]\.\d+ %/s,
  );
  expect(await page.locator('#film-state').innerText()).toMatch(
    /checks passed, \d+ failed.* It is /,
  );
  expect(await page.locator('.strategies tr.dominated').count()).toBeGreaterThan(0);
  expect(await page.locator('.strategies').innerText()).toContain('worse than:');
  expect(await page.locator('#chart-operating-curve figcaption').innerText()).toContain(
    'Now: 0.2 %',
  );
});

describe('a step is changed', () => {
  test('by typing: the number alone, its comment kept; undo and redo', async () => {
    const { page, host } = await open();
    await enter(page, stepWeight, '10');
    await expect.poll(() => host.text).toBe(canary.replace('stepWeight: 5 #', 'stepWeight: 10 #'));
    await expect.poll(answer).not.toContain('median 19 min');
    await page.locator('#undo').click();
    await expect.poll(() => host.text).toBe(canary);
    await expect.poll(answer).toContain('median 19 min');
    await page.keyboard.press('Control+y');
    await expect.poll(() => host.text).toContain('stepWeight: 10 #');
    await page.keyboard.press('Control+z');
    await expect.poll(() => host.text).toBe(canary);
  });

  test('by the keyboard alone, with the focus kept', async () => {
    const { page, host } = await open();
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => document.activeElement?.id);
      if (id === 'grip-spec.analysis.stepWeight') break;
    }
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => host.text).toContain('stepWeight: 6 #');
    await page.keyboard.press('PageUp');
    await expect.poll(() => host.text).toContain('stepWeight: 11 #');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      'grip-spec.analysis.stepWeight',
    );
    expect(await grip('stepWeight').getAttribute('aria-valuetext')).toBe('11 %');
    await grip('interval').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => host.text).toContain('interval: 70s');
  });

  test('by keys faster than the file can follow: each of them counts', async () => {
    const { page, host } = await open();
    await grip('stepWeight').focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(() => host.text).toContain('stepWeight: 8 #');
    await expect.poll(() => grip('stepWeight').getAttribute('aria-valuenow')).toBe('8');
  });

  test('by dragging its edges', async () => {
    const { page, host, done } = await open();
    // Nothing moves from here on but what is dragged.
    await done();
    const level = await grip('stepWeight').boundingBox();
    if (level === null) throw new Error('No grip.');
    const [x, y] = [level.x + level.width / 2, level.y + level.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    // The plot is 178 pixels high: 36 are 20 %.
    await page.mouse.move(x, y - 36, { steps: 4 });
    expect(host.text).toBe(canary);
    await page.mouse.up();
    await expect.poll(() => host.text).toMatch(/stepWeight: 2[456] #/);
  });

  test('not in a file that is read-only', async () => {
    const { page, host } = await open({
      prepare: (fake) => {
        fake.editable = false;
      },
    });
    await grip('stepWeight').focus();
    await page.keyboard.press('ArrowUp');
    expect(await grip('stepWeight').getAttribute('aria-disabled')).toBe('true');
    expect(await control(page, stepWeight).getAttribute('readonly')).not.toBeNull();
    expect(host.received.some(({ kind }) => kind === 'edit')).toBe(false);
  });
});

test('what is asked is the panel’s own: another release, more traffic; what cannot be read is refused', async () => {
  const { page, host } = await open();
  await enter(page, 'release', 'error-rate=5%');
  await expect
    .poll(answer)
    .toContain(
      'at 5 % errors (now 0.2 %): rolls back 100 % of the time · median 11 min · 3,300 requests',
    );
  await enter(page, 'release', 'errors: many');
  await page.getByText('Write error-rate=1%, error-rate=+0.5%').waitFor();
  expect(await input(page, 'release').getAttribute('aria-invalid')).toBe('true');
  expect(host.text).toBe(canary);
});

test('while an input is not taken, the rollout is still there to be changed', async () => {
  const { page } = await open();
  const title = await page.locator('h1').innerText();
  await page.locator('[id="grip-spec.analysis.stepWeight"]').waitFor();
  await input(page, 'launches').fill('');
  await page.locator('#launches[aria-invalid=true], [id="launches"] [aria-invalid=true]').waitFor();
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.locator('[id="grip-spec.analysis.stepWeight"]').count()).toBe(1);
  expect(await page.locator('[id="handle-spec.analysis.stepWeight"]').count()).toBe(1);
});

test('Ctrl+Z in an input of the panel is the input’s own', async () => {
  const { page, host } = await open();
  await enter(page, 'handle-spec.analysis.stepWeight', '10');
  await expect.poll(() => host.text).toContain('stepWeight: 10 # careful');
  await input(page, 'launches').fill('400');
  await input(page, 'launches').press('Control+z');
  expect(host.received.filter(({ kind }) => kind === 'undo')).toEqual([]);
  expect(host.text).toContain('stepWeight: 10 # careful');
});

test('a film is gone through by its slider, and does not play where motion is reduced', async () => {
  const { page, done } = await open({ bodyClasses: ['vscode-reduce-motion'] });
  await done();
  expect(await page.locator('#play').count()).toBe(0);
  await page.locator('#moment').focus();
  await page.keyboard.press('Home');
  await expect
    .poll(() => page.locator('#film-state').innerText())
    .toMatch(/^0 .*0 checks passed, 0 failed\.$/);
  const before = await page.locator('#chart-film-weight figcaption').innerText();
  await page.locator('#another').click();
  await page.getByText('Launch 2', { exact: true }).waitFor();
  expect(await page.locator('#chart-film-weight figcaption').innerText()).not.toBe(before);
});

test('a film plays to its end', async () => {
  const { page, done } = await open();
  await done();
  await page.locator('#play').click();
  await page.getByText('here', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
});

test('a run is cancelled, and can be made again', async () => {
  const { page } = await open({ kept: { launches: '100000', release: 'latency-p99=x2' } });
  await page.locator('#cancel').click();
  await page.getByText('Cancelled: what is shown').waitFor();
  await page.locator('#run').click();
  await page.locator('#cancel').waitFor();
});

test('reports are handed to the host', async () => {
  const { page, host, done } = await open();
  await done();
  await page.locator('#report-markdown').click();
  await page.locator('#report-html').click();
  await expect
    .poll(() =>
      host.received.flatMap((message) => (message.kind === 'report' ? message.format : [])),
    )
    .toEqual(['markdown', 'html']);
  const [markdown] = host.received.flatMap((message) =>
    message.kind === 'report' ? message.text : [],
  );
  expect(markdown).toContain('## checkout (Flagger)');
});

test.each([
  ['narrow', 400],
  ['at 200 %', 600],
] as const)('nothing is cut or hidden when it is %s', async (_name, width) => {
  const { page, done } = await open({ width, height: 700 });
  await done();
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(room ?? 0);
});

test.each([
  'argo-rollouts/background.yaml',
  'argo-rollouts/blueGreen.yaml',
  'go-feature-flag/flags.yaml',
  'plan/rings.experiment.yaml',
])('%s is shown', async (name) => {
  const { page } = await open({ text: fixture(name) });
  await page.locator('#chart-operating-curve svg').first().waitFor();
  await expect.poll(answer).toMatch(/rolls back/);
});

test('a text without a rollout says so', async () => {
  const { page } = await open({ text: 'a: 1\n' });
  await page.getByText('No rollout that can be simulated').waitFor();
});

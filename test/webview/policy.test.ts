import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { panelContentSecurityPolicy, panelHtml } from '../../src/protocol/panelHtml';
import { launchBrowser } from './support/browser';
import { openPanel, type OpenOptions, type OpenPanel } from './support/openPanel';
import { resultWith, scriptedWorker } from './support/scriptedWorker';

const page = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'bm9uY2Utb2YtYS10ZXN0',
  scriptUri: 'https://files/simulator.js?a=1&b=2',
  styleUri: 'https://files/simulator.css',
  title: '<img src=x>.experiment.yaml',
};

describe('the page', () => {
  test('has the policy, held to the letter', () => {
    expect(panelContentSecurityPolicy(page)).toBe(
      [
        "default-src 'none'",
        "script-src 'nonce-bm9uY2Utb2YtYS10ZXN0'",
        "style-src https://*.vscode-cdn.net 'nonce-bm9uY2Utb2YtYS10ZXN0'",
        'img-src https://*.vscode-cdn.net data:',
        'font-src https://*.vscode-cdn.net',
        'worker-src blob:',
        'connect-src https://*.vscode-cdn.net',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    );
    expect(panelHtml(page)).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src`,
    );
  });

  test('hands the nonce to the toolkit', () => {
    expect(panelHtml(page)).toContain('<meta property="csp-nonce" content="bm9uY2Utb2YtYS10ZXN0">');
  });

  test('sets names as text', () => {
    expect(panelHtml(page)).toContain('<title>&lt;img src=x&gt;.experiment.yaml</title>');
    expect(panelHtml(page)).toContain('src="https://files/simulator.js?a=1&amp;b=2"');
  });

  test.each(['', 'short', `' unsafe-inline; x'xxxxxxxxxxxxxx`])(
    'refuses the nonce "%s"',
    (nonce) => {
      expect(() => panelHtml({ ...page, nonce })).toThrow('nonce');
    },
  );
});

describe('in the browser', () => {
  let browser: Browser;
  let panel: OpenPanel;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await panel.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(options: OpenOptions): Promise<OpenPanel> {
    panel = await openPanel(browser, options);
    return panel;
  }

  test('nothing is asked for but the panel’s own files, and no style stands in an attribute', async () => {
    const { page, complaints, requests } = await open({
      worker: scriptedWorker({ progress: [], finished: resultWith() }),
    });
    await page.locator('#run').click();
    await page.locator('#chart-estimate svg').waitFor();
    await page.locator('#chart-power .picture').hover();
    await page.locator('#chart-power svg text', { hasText: /,\d{3}.+%$/s }).waitFor();
    expect(await page.locator('#chart-power svg [aria-label]').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect([...new Set(requests)].toSorted()).toEqual([
      '/',
      '/favicon.ico',
      '/simulator.css',
      '/simulator.js',
      '/worker.js',
    ]);
    expect(await page.locator('#panel [style]').count()).toBe(0);
    expect(await page.locator('svg style').count()).toBe(0);
  });

  test('a violation would be seen', async () => {
    const { page, complaints } = await open({});
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.body.append(style);
    });
    await expect.poll(() => complaints.join('\n')).toContain('style-src-elem');
  });

  test('where the host refuses workers, the work is done in the page, and the log says so', async () => {
    const { page, host } = await open({
      changePolicy: (policy) => policy.replace('worker-src blob:', "worker-src 'none'"),
    });
    await page.locator('#run').click();
    await expect
      .poll(() => host.received.filter(({ kind }) => kind === 'log'))
      .toEqual([
        {
          kind: 'log',
          level: 'info',
          message: expect.stringContaining('Simulating without a worker'),
        },
      ]);
  });

  test('where the worker’s source is not there, too', async () => {
    const { page, host } = await open({
      prepare: (host) => {
        host.workerUri = '/missing.js';
      },
    });
    await page.locator('#run').click();
    await expect.poll(() => host.received.filter(({ kind }) => kind === 'log')).toHaveLength(1);
  });
});

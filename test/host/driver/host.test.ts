import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from './host.js';
import { hostKinds, nodeHostKinds } from './hostKinds.js';
import { packageProbe, probe } from './probe.js';
import { startHost } from './startHost.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';

let folder: string;
let vsix: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder('host-test');
  vsix = await packageProbe(folder);
});

afterAll(() => removeFolder(folder));

describe.each(hostKinds())('%s', (kind) => {
  let host: Host;

  beforeAll(async () => {
    host = await startHost({
      kind,
      workspace: probe.workspace,
      extension: { vsix },
      theme: 'light',
    });
  });

  afterAll(() => host?.close());

  test('wears the theme it is told', async () => {
    await host.page.locator('.monaco-workbench.vs').waitFor();
  });

  test('opens a file of the workspace at a line', async () => {
    await host.openFile('src/numbers.txt', 3);
    await host.page.locator('.editor-group-container .line-numbers.active-line-number').waitFor();
    expect(await host.page.locator('.active-line-number').innerText()).toBe('3');
  });

  test('reads the lenses', async () => {
    await host.codeLens('Open panel').waitFor();
    expect(await host.codeLensTexts()).toEqual(['on for 10 %', 'Open panel']);
  });

  test('runs a command by its title and reads what it says', async () => {
    await host.runCommand('Probe: Describe the window');
    const scheme = { desktop: 'vscode-remote', web: 'vscode-test-web', electron: 'file' }[kind];
    const said =
      kind === 'desktop' ? /Probe sees: trusted, (file|vscode-remote)/ : `trusted, ${scheme}`;
    await host.notification(said).waitFor();
  });

  test('clicks a lens and works in the webview that opens', async () => {
    await host.codeLens('Open panel').click();
    const panel = await host.webviewFrame('#count');
    await panel.click('#count');
    await panel.waitForFunction(() => document.querySelector('#count')?.textContent === '1');
  });

  test('opens a file at the top of the workspace while a webview has the focus', async () => {
    await host.openFile('notes.txt');
    await host.page.getByText('A file at the top.').waitFor();
  });

  test('takes a picture', async () => {
    const picture = path.join(folder, `${kind}.png`);
    await host.screenshot(picture);

    const png = await readFile(picture);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect((await stat(picture)).size).toBeGreaterThan(10_000);
  });
});

describe.each(nodeHostKinds())('%s', (kind) => {
  test('can leave the workspace in restricted mode, without a question', async () => {
    const extension = { vsix };
    const host = await startHost({ kind, workspace: probe.workspace, extension, trusted: false });
    try {
      await host.runCommand('Probe: Describe the window');
      await host.notification('Probe sees: restricted').waitFor();
      expect(await host.page.locator('.monaco-dialog-box').count()).toBe(0);
    } finally {
      await host.close();
    }
  });
});

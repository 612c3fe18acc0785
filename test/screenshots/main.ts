import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import type { Host } from '../host/driver/host';
import type { Theme } from '../host/driver/hostOptions';
import { startHost } from '../host/driver/startHost';
import { projectPath } from '../house/projectFiles';

/** Where the pictures go: `media/readme`, or the folder given. */
const folder = path.resolve(process.argv[2] ?? projectPath('media/readme'));

const themes: readonly { readonly theme: Theme; readonly suffix: string }[] = [
  { theme: 'light', suffix: '' },
  { theme: 'dark', suffix: '-dark' },
  { theme: 'hc-dark', suffix: '-high-contrast' },
  { theme: 'hc-light', suffix: '-high-contrast-light' },
];

/** Runs the plan's simulation in the panel and scrolls back to its answer. */
async function simulate(panel: Frame): Promise<void> {
  await panel.locator('#run').click();
  await panel.locator('#simulated-power').waitFor({ timeout: 60_000 });
  await panel.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
  await panel.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0;
  });
}

/** The line that reads a flag on the left, the flag's plan on the right. */
async function showEditor(host: Host): Promise<void> {
  await host.openFile('src/search/search.ts', 6);
  await host.codeLens('new_search').waitFor();
  await host.codeLens('Simulate rollout').click();
  await host.webviewFrame('#answer');
  await host.runCommand('View: Move Editor into Right Group');
  await host.webviewFrame('#answer');
  // Away from the border between the groups, which lights up under the mouse.
  await host.page.mouse.move(300, 600);
}

/** The plan alone, in the width that has two columns. */
async function showPanel(host: Host): Promise<void> {
  await host.runCommand('View: Join All Editor Groups');
  await simulate(await host.webviewFrame('#answer'));
}

async function takePictures({ theme, suffix }: (typeof themes)[number]): Promise<void> {
  const host = await startHost({
    kind: 'desktop',
    workspace: projectPath('test/workspaces/shop'),
    extension: { vsix: projectPath('dist/flaglab.vsix') },
    theme,
    settings: { 'editor.minimap.enabled': false, 'workbench.activityBar.location': 'hidden' },
    viewport: { width: 1400, height: 860 },
  });
  try {
    await host.runCommand('View: Toggle Primary Side Bar Visibility');
    await showEditor(host);
    await host.screenshot(path.join(folder, `editor${suffix}.png`));
    await showPanel(host);
    await host.screenshot(path.join(folder, `panel${suffix}.png`));
  } finally {
    await host.close();
  }
}

await mkdir(folder, { recursive: true });
for (const theme of themes) await takePictures(theme);

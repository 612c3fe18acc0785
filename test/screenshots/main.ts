import { mkdir } from 'node:fs/promises';
import { startHost } from '../host/driver/startHost';
import type { Host } from '../host/driver/host';
import type { Theme } from '../host/driver/hostOptions';
import { projectPath } from '../house/projectFiles';

/** What a picture shows is made by the running product: nothing is drawn by hand. */
const pictures: readonly { readonly name: string; readonly theme: Theme }[] = [
  { name: 'editor', theme: 'light' },
  { name: 'editor-dark', theme: 'dark' },
  { name: 'editor-high-contrast', theme: 'hc-dark' },
  { name: 'editor-high-contrast-light', theme: 'hc-light' },
];

const folder = process.argv[2] ?? projectPath('media/readme');

/** The code on the left, its flag's plan on the right, simulated. */
async function arrange(host: Host): Promise<void> {
  await host.openFile('src/checkout/checkout.ts', 10);
  await host.codeLens('one_click_checkout').waitFor();
  await host.codeLens('Simulate rollout').click();
  const panel = await host.webviewFrame('main');
  await panel.getByText('You need').first().waitFor();
  await host.runCommand('View: Move Editor into Right Group');
  const moved = await host.webviewFrame('main');
  await moved.getByRole('button', { name: 'Run' }).first().click();
  await moved
    .getByText(/standard errors|agree/i)
    .first()
    .waitFor({ timeout: 60_000 });
}

async function take({ name, theme }: (typeof pictures)[number]): Promise<void> {
  const host = await startHost({
    kind: 'desktop',
    workspace: projectPath('test/workspaces/shop'),
    extension: { vsix: projectPath('dist/flaglab.vsix') },
    theme,
    viewport: { width: 1440, height: 900 },
  });
  try {
    await arrange(host);
  } finally {
    await host.screenshot(`${folder}/${name}.png`);
    await host.close();
  }
}

await mkdir(folder, { recursive: true });
for (const picture of pictures) await take(picture);

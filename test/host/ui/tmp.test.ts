import path from 'node:path';
import { test } from 'vitest';
import { startHost } from '../driver/startHost';

const root = path.resolve(import.meta.dirname, '../../..');

test('slice', async () => {
  const t0 = Date.now();
  const kind = (process.env['KIND'] ?? 'desktop') as 'desktop';
  const host = await startHost({
    kind,
    workspace: path.join(root, 'test/workspaces/shop'),
    extension: { developmentPath: root },
  });
  try {
    console.log('started', Date.now() - t0);
    await host.openFile('src/checkout/checkout.ts', 10);
    console.log('opened', Date.now() - t0);
    await host
      .codeLens(/one_click/)
      .waitFor({ timeout: 12000 })
      .catch((e) => console.log(String(e)));
    console.log('lens', Date.now() - t0, await host.codeLensTexts());
    await host.screenshot(`/tmp/slice/${kind}-1.png`);
    await host.runCommand('Flaglab: Show log');
    await host.page.waitForTimeout(3000);
    await host.screenshot(`/tmp/slice/${kind}-1.png`);
    await host.codeLens(/one_click/).click({ timeout: 3000 });
    await host.page.waitForTimeout(2000);
    await host.screenshot(`/tmp/slice/${kind}-2.png`);
    await host.page.keyboard.press('Escape');
    await host.codeLens('Simulate rollout').click();
    const frame = await host.webviewFrame('#panel').catch((e) => console.log(String(e)));
    await host.page.waitForTimeout(3000);
    await host.screenshot(`/tmp/slice/${kind}-3.png`);
    void frame;
  } finally {
    console.log(
      host
        .consoleMessages()
        .map((l) => l.text.slice(0, 300))
        .filter((l) => !/tsserver|Scheme contains/.test(l))
        .slice(0, 60),
    );
    console.log(
      (await host.extensionHostLog())
        .split('\n')
        .filter((l) => /flaglab/i.test(l))
        .join('\n'),
    );
    await host.close();
  }
}, 180_000);

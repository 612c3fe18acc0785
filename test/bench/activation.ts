import path from 'node:path';
import { startHost } from '../host/driver/startHost';
import { projectPath } from '../house/projectFiles';

const runs = Number(process.argv[2] ?? 5);

/** What VS Code says of the activation of Flaglab: loading its code and running it, in milliseconds. */
async function activationMs(): Promise<number> {
  const host = await startHost({
    kind: 'desktop',
    workspace: projectPath('test/workspaces/shop'),
    extension: { vsix: projectPath('dist/flaglab.vsix') },
    settings: { 'workbench.activityBar.location': 'hidden' },
  });
  try {
    await host.openFile(path.join('src', 'checkout', 'checkout.ts'), 10);
    await host.codeLens('one_click_checkout').waitFor();
    await host.runCommand('Developer: Show Running Extensions');
    const row = host.page.locator('.monaco-list-row', { hasText: /^\s*Flaglab[\s\S]*Activation/ });
    const said = await row.first().innerText();
    const found = /Activation: (\d+)\s*ms/.exec(said);
    if (!found) throw new Error(`No time in “${said}”`);
    return Number(found[1]);
  } finally {
    await host.close();
  }
}

const times: number[] = [];
for (let run = 0; run < runs; run++) {
  times.push(await activationMs());
  console.log(`run ${run + 1}: ${times.at(-1)} ms`);
}
const sorted = times.toSorted((one, other) => one - other);
console.log(`median of ${runs}: ${sorted[Math.floor(runs / 2)]} ms`);

import { parseArgs } from 'node:util';
import { ensureDependencies, ensureNodeVersion, ensurePackaged } from './ensure.mjs';
import { runStep } from './runStep.mjs';
import { runAsProgram } from './setupProblem.mjs';
import { steps } from './steps.mjs';

/**
 * `npm run test:electron [-- --version 1.91.1]`: the tests of VS Code once more, in one that is
 * downloaded. On Linux it needs a screen: `xvfb-run -a npm run test:electron`.
 */
await runAsProgram(async () => {
  ensureNodeVersion();
  const { values } = parseArgs({ options: { version: { type: 'string', default: 'stable' } } });
  process.env['FLAGLAB_HOST'] = 'electron';
  process.env['FLAGLAB_VSCODE_VERSION'] = values.version;
  await ensureDependencies();
  const host = steps.find((step) => step.name === 'host');
  if (!host) throw new Error('The steps of npm test have no host');
  const count = await runStep({ ...host, needs: [ensurePackaged] });
  for (const note of count.notes) console.error(note);
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 ? 0 : 1;
});

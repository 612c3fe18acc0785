import { ensureBrowser, ensureDependencies, ensureDesktopHost, ensurePackaged } from './ensure.mjs';
import { runTypeScript } from './runTypeScript.mjs';
import { runAsProgram } from './setupProblem.mjs';

/** `npm run bench:activation [-- RUNS]`: how long VS Code says that the activation takes. A report, not a test. */
await runAsProgram(async () => {
  await ensureDependencies();
  await ensurePackaged();
  await ensureBrowser();
  await ensureDesktopHost();
  await runTypeScript('test/bench/activation.ts', process.argv.slice(2));
  return 0;
});

import { ensureBrowser, ensureDependencies, ensureDesktopHost, ensurePackaged } from './ensure.mjs';
import { runTypeScript } from './runTypeScript.mjs';
import { runAsProgram } from './setupProblem.mjs';

/** `npm run screenshots [-- FOLDER]`: takes the README's pictures of the running product. */
await runAsProgram(async () => {
  await ensureDependencies();
  await ensurePackaged();
  await ensureBrowser();
  await ensureDesktopHost();
  await runTypeScript('test/screenshots/main.ts', process.argv.slice(2));
  return 0;
});

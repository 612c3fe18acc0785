import { statSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { ensureDependencies, ensureNodeVersion, ensurePackaged } from './ensure.mjs';
import { cloneId } from './repositoryLock.mjs';
import { inRepository } from './repository.mjs';
import { runAsProgram, SetupProblem } from './setupProblem.mjs';
import { startDesktopWindow } from './startDesktopWindow.mjs';
import { parseStartOptions } from './startOptions.mjs';
import { startServerWindow } from './startServerWindow.mjs';

/** The file of the example that shows most at first sight. */
const EXAMPLE_FILE = ['src', 'checkout', 'checkout.ts'];

/**
 * `npm start`: a real VS Code with Flaglab in it, on the example workspace or on a folder of the
 * user's, from whatever state this clone is in.
 */
await runAsProgram(async () => {
  ensureNodeVersion();
  // npm runs its scripts in the root and remembers where the user was.
  const userFolder = process.env['INIT_CWD'] ?? process.cwd();
  const options = parseStartOptions(process.argv.slice(2), userFolder);
  const folder = options.folder ?? inRepository('test', 'workspaces', 'shop');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SetupProblem(`${folder} is no folder. Give one that exists: npm start -- FOLDER`);
  }
  await ensureDependencies();
  const vsix = await ensurePackaged();
  const profile = path.join(cacheFolder(), 'start', cloneId());
  if (options.desktop || process.platform !== 'linux') {
    await startDesktopWindow({ vsix, folder, profile });
    return;
  }
  const { open, port } = options;
  const isExample = options.folder === undefined;
  const file = isExample ? path.join(folder, ...EXAMPLE_FILE) : undefined;
  await startServerWindow({ vsix, folder, file, trusted: isExample, profile, port, open });
});

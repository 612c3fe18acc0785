import { spawn } from 'node:child_process';
import { ensureBuilt, ensureDependencies, ensureNodeVersion } from './ensure.mjs';
import { inRepository } from './repository.mjs';
import { runAsProgram } from './setupProblem.mjs';

/** Signals a user or a script sends to end the command line; it decides what to do with them. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * `npm run -s flaglab -- ...`: the command line from a clone. Installs and builds if needed, saying
 * so on stderr only, then hands over arguments, standard streams, signals and the exit code.
 */
await runAsProgram(async () => {
  ensureNodeVersion();
  await ensureDependencies();
  await ensureBuilt();
  const child = spawn(
    process.execPath,
    [inRepository('dist', 'cli.js'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      // Paths in the arguments are relative to where the user stood, not to the root npm runs in.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
    },
  );
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 128)));
  });
});

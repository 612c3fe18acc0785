import { madeFrom } from './madeFrom.mjs';
import { runNpm } from './npm.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';

/**
 * Installs the root's dependencies unless they were installed from this package-lock.json. Install
 * scripts are never run. The result is npm's own record of what it installed, its last act.
 */
export async function ensureDependencies() {
  await madeFrom({
    name: 'dependencies',
    title: 'Installing the packages of package-lock.json (about a minute the first time)',
    sources: ['package-lock.json'],
    result: inRepository('node_modules', '.package-lock.json'),
    // Not `npm ci`, which refuses a lock file that does not name the packages of every platform; the
    // versions in the lock file hold here too, and `--no-save` leaves it as it is.
    make: () =>
      runNpm({
        purpose: 'npm install',
        cwd: repositoryRoot,
        args: ['install', '--no-save', '--ignore-scripts', '--include=dev'],
      }),
  });
}

import { findOnPath, thisMachine } from './findProgram.mjs';
import { installLinuxPackages } from './linuxPackages.mjs';

/**
 * On Linux the kernel itself is asked whether the command line opens a connection.
 *
 * @returns {Promise<void>}
 */
export async function ensureStrace() {
  if (process.platform !== 'linux' || findOnPath('strace', thisMachine)) return;
  await installLinuxPackages({
    purpose: 'strace is needed to watch the command line for connections',
    packages: ['strace'],
  });
}

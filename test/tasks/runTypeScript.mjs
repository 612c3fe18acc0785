import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from './repository.mjs';
import { mustRun } from './runProgram.mjs';

/**
 * Runs a TypeScript program of this project: bundled into a temporary file within it, so that packages are found.
 *
 * @param {string} file relative to the project
 * @param {readonly string[]} args
 */
export async function runTypeScript(file, args) {
  const { build } = await import('esbuild');
  const folder = await mkdtemp(path.join(repositoryRoot, 'node_modules', '.flaglab-'));
  const outfile = path.join(folder, 'program.mjs');
  try {
    await build({
      entryPoints: [path.join(repositoryRoot, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      // Files of this project find it by their own folder, which a bundle in another place does not have.
      define: { __dirname: JSON.stringify(path.join(repositoryRoot, 'test', 'house')) },
      logLevel: 'warning',
    });
    await mustRun(file, process.execPath, [outfile, ...args], {
      cwd: repositoryRoot,
      output: 'show',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { contentHash } from './contentHash.mjs';
import { formatDuration, progress } from './progress.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { withRepositoryLock } from './repositoryLock.mjs';
import { nodeTool } from './nodeTool.mjs';
import { mustRun } from './runProgram.mjs';

/** Everything the bundles are made of. */
const SOURCES = ['src', 'webview', 'media', 'esbuild.mjs', 'package.json', 'package-lock.json'];

/** What else goes into the VSIX. */
const PACKAGED = ['.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'package.nls.json'];

/**
 * Builds dist/ unless it was built from exactly these sources.
 */
export function ensureBuilt() {
  return madeFrom({
    product: 'build',
    title: 'Building the extension, the panel and the command line',
    sources: SOURCES,
    result: inRepository('dist', 'cli.js'),
    make: () =>
      mustRun('The build', process.execPath, [inRepository('esbuild.mjs')], { cwd: repositoryRoot }),
  });
}

/**
 * Packages the VSIX unless it was packaged from exactly these files.
 *
 * @returns {Promise<string>} absolute path of the VSIX
 */
export async function ensurePackaged() {
  await ensureBuilt();
  const vsix = inRepository('dist', 'flaglab.vsix');
  await madeFrom({
    product: 'package',
    title: 'Packaging the extension',
    sources: [...SOURCES, ...PACKAGED],
    result: vsix,
    make: () => {
      const [node, vsce] = nodeTool('@vscode/vsce');
      const args = [vsce, 'package', '--no-dependencies', '--out', vsix];
      return mustRun('Packaging the extension', node, args, { cwd: repositoryRoot });
    },
  });
  return vsix;
}

/**
 * Makes something again only when its sources changed. Their hash is kept beside the result, written
 * after it, so an interrupted making is repeated.
 *
 * @param {object} product
 * @param {string} product.product one word, the name of the lock and of the stamp
 * @param {string} product.title for the progress line
 * @param {readonly string[]} product.sources
 * @param {string} product.result a file that must exist
 * @param {() => Promise<unknown>} product.make
 */
async function madeFrom({ product, title, sources, result, make }) {
  const stamp = inRepository('dist', `.${product}-stamp`);
  const isCurrent = async () =>
    existsSync(result) && (await readStamp(stamp)) === (await contentHash(repositoryRoot, sources));
  if (await isCurrent()) return;
  await withRepositoryLock(product, async () => {
    if (await isCurrent()) return;
    const started = Date.now();
    progress(`${title} ...`);
    const hash = await contentHash(repositoryRoot, sources);
    await make();
    await writeFile(stamp, hash);
    progress(`Done in ${formatDuration(Date.now() - started)}.`);
  });
}

/** @param {string} stamp */
async function readStamp(stamp) {
  try {
    return await readFile(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

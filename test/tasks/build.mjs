import { madeFrom } from './madeFrom.mjs';
import { nodeTool } from './nodeTool.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { mustRun } from './runProgram.mjs';

/** Everything the bundles are made of. */
const SOURCES = ['src', 'webview', 'media', 'esbuild.mjs', 'package.json', 'package-lock.json'];

/** What else goes into the VSIX. */
const PACKAGED = ['.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'package.nls.json'];

/** Everything is bundled, and the README keeps the links it has. */
const PACKAGE_OPTIONS = [
  '--no-dependencies',
  '--no-rewrite-relative-links',
  '--allow-missing-repository',
];

/** Builds dist/ unless it was built from exactly these sources. */
export async function ensureBuilt() {
  await madeFrom({
    name: 'build',
    title: 'Building the extension, the panel and the command line',
    sources: SOURCES,
    result: inRepository('dist', 'cli.js'),
    make: () =>
      mustRun('The build', process.execPath, [inRepository('esbuild.mjs')], {
        cwd: repositoryRoot,
      }),
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
    name: 'package',
    title: 'Packaging the extension',
    sources: [...SOURCES, ...PACKAGED],
    result: vsix,
    make: () => {
      const [node, vsce] = nodeTool('@vscode/vsce');
      const args = [vsce, 'package', ...PACKAGE_OPTIONS, '--out', vsix];
      return mustRun('Packaging the extension', node, args, { cwd: repositoryRoot });
    },
  });
  return vsix;
}

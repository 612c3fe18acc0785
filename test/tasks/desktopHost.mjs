import path from 'node:path';
import { findOnPath } from './findProgram.mjs';
import { copyManifests, hostFolder } from './hostFolder.mjs';
import { installOnce } from './installOnce.mjs';
import { installLinuxPackages } from './linuxPackages.mjs';
import { runNpm } from './npm.mjs';
import { mustRun } from './runProgram.mjs';
import { SetupProblem } from './setupProblem.mjs';

/** Raise it when the steps below change, so that older installations are left alone. */
const RECIPE = 1;

/** Without these two compiled modules the extension host does not start; the others are optional. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * VS Code 1.139 as a local server: the real workbench in a browser, the extension host on Node 24.
 *
 * @typedef {object} DesktopHost
 * @property {string} node the Node 24 that runs it
 * @property {string} server its main script
 */

/**
 * Installs the host if this lock file's was not yet.
 *
 * @returns {Promise<DesktopHost>}
 */
export async function ensureDesktopHost() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new SetupProblem(
      'VS Code as a local server runs on Linux (x64, arm64) only. Use --desktop here.',
    );
  }
  const folder = await installOnce({
    folder: await hostFolder('desktop', RECIPE),
    title: 'VS Code 1.139 (server)',
    expectation: 'about 820 MB, 1 to 3 minutes, once',
    install,
  });
  return desktopHostIn(folder);
}

/** @param {string} folder */
async function install(folder) {
  await ensureCompiler();
  await copyManifests('desktop', folder);
  const purpose = 'Installing VS Code 1.139';
  await runNpm({ purpose, cwd: folder, args: ['ci', '--ignore-scripts'] });
  const { node } = desktopHostIn(folder);
  const vscode = vscodeFolder(folder);
  // Its own shrinkwrap pins everything but a peer that nothing here loads, which `npm ci` would
  // refuse to go without.
  const inner = ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
  await runNpm({ purpose, cwd: vscode, args: inner });
  await runNpm({ purpose, cwd: path.join(vscode, 'extensions'), args: inner });
  await buildNativeModules(node, vscode);
}

/**
 * Compiles against the headers that came with Node 24, so nothing further is downloaded, and loads
 * the result once: an installation that cannot start must not count.
 *
 * @param {string} node
 * @param {string} vscode
 */
async function buildNativeModules(node, vscode) {
  const purpose = 'Compiling the native modules of VS Code';
  const nodeBin = path.dirname(node);
  await runNpm({
    purpose,
    node,
    cwd: vscode,
    args: ['rebuild', ...NATIVE_MODULES],
    env: {
      PATH: [nodeBin, process.env['PATH']].join(path.delimiter),
      npm_config_nodedir: path.dirname(nodeBin),
      JOBS: 'max',
    },
  });
  const load = NATIVE_MODULES.map((name) => `require(${JSON.stringify(name)});`).join('');
  await mustRun(purpose, node, ['-e', load], { cwd: vscode });
}

/** g++, make and Python, which node-gyp needs. */
async function ensureCompiler() {
  const packages = ['g++', 'make', 'python3'].filter((program) => !findOnPath(program));
  if (packages.length === 0) return;
  await installLinuxPackages({
    purpose: 'A C++ compiler is needed to build two modules of VS Code',
    packages,
  });
}

/**
 * @param {string} folder
 * @returns {DesktopHost}
 */
function desktopHostIn(folder) {
  return {
    node: path.join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'),
    server: path.join(vscodeFolder(folder), 'out', 'server-main.js'),
  };
}

/** @param {string} folder */
function vscodeFolder(folder) {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

import path from 'node:path';
import { ensureDesktopHost } from './desktopHost.mjs';
import { mustRun } from './runProgram.mjs';
import { startServer } from './serverProcess.mjs';

/** Without a gallery the workbench asks the network for nothing. */
const NO_GALLERY = '{}';
const LICENSE = '--accept-server-license-terms';

/**
 * The folders of one server: its data, user settings included, and the installed extensions.
 *
 * @typedef {object} ServerFolders
 * @property {string} data
 * @property {string} extensions
 */

/**
 * Where the server reads the user settings from, at its start.
 *
 * @param {ServerFolders} folders
 */
export function userSettingsFile(folders) {
  return path.join(folders.data, 'data', 'User', 'settings.json');
}

/**
 * Installs a VSIX for a server that is not running yet.
 *
 * @param {ServerFolders} folders
 * @param {string} vsix
 */
export async function installVsix(folders, vsix) {
  const { node, server } = await ensureDesktopHost();
  const install = ['--install-extension', vsix, '--force', LICENSE];
  await mustRun('Installing the extension', node, [
    server,
    ...install,
    ...folderArguments(folders),
  ]);
}

/**
 * Starts VS Code 1.139 on 127.0.0.1.
 *
 * @param {object} start
 * @param {ServerFolders} start.folders
 * @param {number} [start.port] default: any free one
 * @param {readonly string[]} [start.args] further arguments of the server
 * @param {Readonly<Record<string, string>>} [start.env] additions to the environment
 * @returns {Promise<{ port: number, process: import('./serverProcess.mjs').ServerProcess }>}
 */
export async function startDesktopServer({ folders, port = 0, args = [], env = {} }) {
  const { node, server } = await ensureDesktopHost();
  const address = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const running = await startServer({
    command: node,
    args: [server, ...address, LICENSE, ...folderArguments(folders), ...args],
    env: { EXTENSIONS_GALLERY: NO_GALLERY, ...env },
    ready: /Extension host agent listening on (\d+)/,
    timeoutMs: 60_000,
  });
  return { port: Number(running.ready[1]), process: running };
}

/** @param {ServerFolders} folders */
function folderArguments(folders) {
  return ['--server-data-dir', folders.data, '--extensions-dir', folders.extensions];
}

import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash } from './contentHash.mjs';
import { installVsix, startDesktopServer, userSettingsFile } from './desktopServer.mjs';
import { openAddress } from './openAddress.mjs';
import { SetupProblem } from './setupProblem.mjs';
import { writeFirstSettings } from './windowSettings.mjs';

/** Tried first, so that the address stays the same from one start to the next. */
const USUAL_PORT = 4680;

/**
 * Serves VS Code with the extension on 127.0.0.1 until the user presses Ctrl-C.
 *
 * @param {object} start
 * @param {string} start.vsix
 * @param {string} start.folder absolute; opened where it is
 * @param {string | undefined} start.file shown at once, absolute
 * @param {boolean} start.trusted our own example is trusted, a user's folder is asked about
 * @param {string} start.profile folder of settings and extensions, kept between starts
 * @param {number | undefined} start.port
 * @param {boolean} start.open
 */
export async function startServerWindow({ vsix, folder, file, trusted, profile, port, open }) {
  const folders = {
    data: path.join(profile, 'server'),
    extensions: path.join(profile, 'extensions'),
  };
  await writeFirstSettings(userSettingsFile(folders));
  await installIfNew(folders, vsix);
  const server = await startDesktopServer({
    folders,
    port: await choosePort(port),
    args: trusted ? ['--disable-workspace-trust'] : [],
  });
  const url = windowAddress({ port: server.port, folder, file });
  console.log(`Flaglab is running: ${url}`);
  console.log('Press Ctrl-C to stop it.');
  if (open) openAddress(url);
  await untilInterrupted(server.process);
}

/**
 * The address of a window on a folder. Slashes and colons stay readable: a query may hold them.
 *
 * @param {object} window
 * @param {number} window.port
 * @param {string} window.folder
 * @param {string | undefined} window.file
 */
export function windowAddress({ port, folder, file }) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', folder);
  if (file !== undefined) {
    const remote = `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
    url.searchParams.set('payload', JSON.stringify([['openFile', remote]]));
  }
  return url.href.replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/**
 * @param {import('./desktopServer.mjs').ServerFolders} folders
 * @param {string} vsix
 */
async function installIfNew(folders, vsix) {
  const hash = await contentHash(path.dirname(vsix), [path.basename(vsix)]);
  const stamp = path.join(folders.data, 'installed-vsix');
  const installed = await readFile(stamp, 'utf8').catch(() => undefined);
  if (installed === hash) return;
  await installVsix(folders, vsix);
  await writeFile(stamp, hash);
}

/**
 * The port the user asked for, else the usual one, else 0 for any free one.
 *
 * @param {number | undefined} wanted
 */
async function choosePort(wanted) {
  if (wanted === undefined) return (await isFree(USUAL_PORT)) ? USUAL_PORT : 0;
  if (await isFree(wanted)) return wanted;
  throw new SetupProblem(`Port ${wanted} is in use. Give another one, or none.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** @param {import('./serverProcess.mjs').ServerProcess} server */
async function untilInterrupted(server) {
  const stop = () => void server.stop();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await server.ended;
}

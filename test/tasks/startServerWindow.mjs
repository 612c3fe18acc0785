import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
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
 * @param {boolean} start.isExample our own example is trusted, a user's folder is asked about
 * @param {string} start.profile folder of settings and extensions, kept between starts
 * @param {number | undefined} start.port
 * @param {boolean} start.open
 */
export async function startServerWindow({ vsix, folder, isExample, profile, port, open }) {
  const folders = {
    data: path.join(profile, 'server'),
    extensions: path.join(profile, 'extensions'),
  };
  await writeFirstSettings(userSettingsFile(folders));
  await installIfNew(folders, vsix);
  const server = await startDesktopServer({
    folders,
    port: await choosePort(port),
    args: isExample ? ['--disable-workspace-trust'] : [],
  });
  const url = new URL(`http://127.0.0.1:${server.port}/`);
  url.searchParams.set('folder', folder);
  console.log(`Flaglab is running: ${url.href.replaceAll('%2F', '/')}`);
  console.log('Press Ctrl-C to stop it.');
  if (open) openAddress(url.href);
  await untilInterrupted(server.process);
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

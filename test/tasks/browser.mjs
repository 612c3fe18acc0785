import path from 'node:path';
import { findOnPath, thisMachine } from './findProgram.mjs';
import { installLinuxPackages } from './linuxPackages.mjs';
import { SetupProblem } from './setupProblem.mjs';

/** Names under which Chromium and its relatives are found on PATH, best first. */
const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where installers put them when they do not touch PATH. */
const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Finds a Chromium, Chrome or Edge that is already there.
 *
 * @param {import('./findProgram.mjs').Machine} [machine]
 * @returns {string | undefined} absolute path of the program
 */
export function findBrowser(machine = thisMachine) {
  const chosen = machine.env['FLAGLAB_BROWSER'];
  if (chosen) {
    if (machine.isFile(chosen)) return chosen;
    throw new SetupProblem(
      `FLAGLAB_BROWSER names ${chosen}, which is no file. Set it to a Chromium, Chrome or Edge program.`,
    );
  }
  const onPath = PROGRAMS.map((name) => findOnPath(name, machine)).find(Boolean);
  return onPath ?? installedPlaces(machine).find((file) => machine.isFile(file));
}

/**
 * The browser for the tests, installed if this is Linux and it may be.
 *
 * @returns {Promise<string>} absolute path of the program
 */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present) return present;
  const purpose = 'A Chromium, Chrome or Edge browser is needed and none was found';
  if (process.platform !== 'linux') {
    throw new SetupProblem(
      `${purpose}. Install one, or set FLAGLAB_BROWSER to the path of its program.`,
    );
  }
  await installLinuxPackages({ purpose, packages: ['chromium'] });
  const installed = findBrowser();
  if (installed) return installed;
  throw new SetupProblem(
    'The package chromium brought no browser. Install Chrome, or set FLAGLAB_BROWSER to its program.',
  );
}

/** @param {import('./findProgram.mjs').Machine} machine */
function installedPlaces({ platform, env }) {
  if (platform === 'darwin') return MAC_PLACES;
  if (platform !== 'win32') return [];
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => WINDOWS_PLACES.map((place) => path.win32.join(root, ...place)));
}

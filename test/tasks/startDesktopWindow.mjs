import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { commandLineCall } from './commandLineCall.mjs';
import { findOnPath, thisMachine } from './findProgram.mjs';
import { progress } from './progress.mjs';
import { SetupProblem } from './setupProblem.mjs';
import { writeFirstSettings } from './windowSettings.mjs';

/** Where the command line of VS Code is on a Mac whose PATH does not have it. */
const MAC_CODE = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/**
 * Opens the folder in the VS Code that is installed here, or in a downloaded one, with a profile of
 * its own, and waits until the window is closed.
 *
 * @param {object} start
 * @param {string} start.vsix
 * @param {string} start.folder absolute; opened where it is
 * @param {string} start.profile folder of settings and extensions, kept between starts
 */
export async function startDesktopWindow({ vsix, folder, profile }) {
  const userData = path.join(profile, 'desktop');
  await writeFirstSettings(path.join(userData, 'User', 'settings.json'));
  const code = findInstalledCode(thisMachine) ?? (await downloadedCode());
  const own = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    path.join(profile, 'desktop-extensions'),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  progress('Installing the extension into its own profile of VS Code ...');
  await runCode(code, [...own, '--install-extension', vsix, '--force']);
  console.log(`Flaglab is running in VS Code (${code}). Close its window to end this command.`);
  await runCode(code, [...own, '--new-window', '--wait', folder]);
}

/**
 * @param {import('./findProgram.mjs').Machine} machine
 * @returns {string | undefined}
 */
export function findInstalledCode(machine) {
  const onPath = findOnPath('code', machine);
  if (onPath) return onPath;
  return machine.platform === 'darwin' && machine.isFile(MAC_CODE) ? MAC_CODE : undefined;
}

async function downloadedCode() {
  progress('No VS Code was found: downloading one (about 150 MB, once) ...');
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } =
    await import('@vscode/test-electron');
  try {
    const cachePath = path.join(cacheFolder(), 'electron');
    const program = await downloadAndUnzipVSCode({ version: 'stable', cachePath });
    return resolveCliPathFromVSCodeExecutablePath(program);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new SetupProblem(
      `VS Code could not be downloaded (${message}). Install it, or put its command code on PATH.`,
    );
  }
}

/**
 * @param {string} code
 * @param {readonly string[]} args
 */
async function runCode(code, args) {
  const call = commandLineCall(code, args, thisMachine);
  const child = spawn(call.command, call.args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    windowsVerbatimArguments: call.verbatim,
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new SetupProblem(`${code} ended with exit code ${exitCode}.`);
}

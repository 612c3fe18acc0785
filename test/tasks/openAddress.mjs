import { spawn } from 'node:child_process';
import { findOnPath, thisMachine } from './findProgram.mjs';

/**
 * Opens an address in the user's browser, if there is a screen to open it on. Nothing is said when
 * there is none: the address was printed.
 *
 * @param {string} url
 */
export function openAddress(url) {
  const opener = openerCommand(thisMachine);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/**
 * The program that opens addresses, with its first arguments. None goes through a shell, so nothing
 * in the address is special.
 *
 * @param {import('./findProgram.mjs').Machine} machine
 * @returns {[command: string, ...args: string[]] | undefined}
 */
export function openerCommand(machine) {
  if (machine.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (machine.platform === 'darwin') return ['open'];
  const hasScreen = machine.env['DISPLAY'] || machine.env['WAYLAND_DISPLAY'];
  const program = hasScreen ? findOnPath('xdg-open', machine) : undefined;
  return program === undefined ? undefined : [program];
}

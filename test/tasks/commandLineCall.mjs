/**
 * @typedef {object} CommandLineCall arguments for `spawn`
 * @property {string} command
 * @property {string[]} args
 * @property {boolean} verbatim value for `windowsVerbatimArguments`
 */

/**
 * How a program found on PATH is started. A `.cmd` file, which is what `code` is on Windows, runs
 * only in cmd.exe, so its line is put together here with every part in quotes.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Pick<import('./findProgram.mjs').Machine, 'platform' | 'env'>} machine
 * @returns {CommandLineCall}
 */
export function commandLineCall(program, args, { platform, env }) {
  if (platform !== 'win32' || !/\.(cmd|bat)$/i.test(program)) {
    return { command: program, args: [...args], verbatim: false };
  }
  const line = [program, ...args].map(quoteForCmd).join(' ');
  return {
    command: env['ComSpec'] ?? 'cmd.exe',
    args: ['/d', '/s', '/c', `"${line}"`],
    verbatim: true,
  };
}

/** @param {string} part */
function quoteForCmd(part) {
  if (/["%]/.test(part)) throw new Error(`cmd.exe cannot be given ${part}`);
  return `"${part}"`;
}

import path from 'node:path';
import { parseArgs } from 'node:util';
import { SetupProblem } from './setupProblem.mjs';

const USAGE = `Usage: npm start [-- [FOLDER] [--desktop] [--no-open] [--port N]]

  FOLDER     the folder to open (default: the example, test/workspaces/shop)
  --desktop  use the VS Code that is installed here, else download one
  --no-open  only print the address
  --port N   listen on this port of 127.0.0.1 (default: 4680, else a free one)`;

/**
 * @typedef {object} StartOptions
 * @property {string | undefined} folder absolute; without one the example is opened
 * @property {boolean} desktop
 * @property {boolean} open
 * @property {number | undefined} port
 */

/**
 * Reads the command line of `npm start`.
 *
 * @param {readonly string[]} argv
 * @param {string} userFolder where the user stood when typing; FOLDER is relative to it
 * @param {Pick<typeof path, 'resolve'>} [rules] path rules; tests pass those of Windows
 * @returns {StartOptions}
 */
export function parseStartOptions(argv, userFolder, rules = path) {
  const { values, positionals } = parseOrExplain(argv);
  if (values.help) throw new SetupProblem(USAGE);
  if (positionals.length > 1) throw new SetupProblem(`Only one folder can be opened.\n${USAGE}`);
  const [folder] = positionals;
  return {
    folder: folder === undefined ? undefined : rules.resolve(userFolder, folder),
    desktop: values.desktop ?? false,
    open: !values['no-open'],
    port: values.port === undefined ? undefined : parsePort(values.port),
  };
}

/** @param {readonly string[]} argv */
function parseOrExplain(argv) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        desktop: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new SetupProblem(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

/** @param {string} text */
function parsePort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new SetupProblem(`--port ${text} is no port: give a number from 1 to 65535.`);
}

import {
  ensureBrowser,
  ensureBuilt,
  ensureDesktopHost,
  ensurePackaged,
  ensureWebHost,
} from './ensure.mjs';
import { nodeTool } from './nodeTool.mjs';
import { countGate, countVitest } from './testCount.mjs';

/**
 * A command that is run, and how its tests are counted.
 *
 * @typedef {object} Job
 * @property {string} title
 * @property {(reportFile: string) => [command: string, ...args: string[]]} command
 * @property {(outcome: import('./testCount.mjs').Outcome) => import('./testCount.mjs').TestCount} count
 * @property {'show' | 'on-failure'} output when what it prints is shown
 */

/**
 * @typedef {object} Step
 * @property {string} name for the summary and for `--only`
 * @property {readonly (() => Promise<unknown>)[]} needs what must be there before it starts
 * @property {readonly Job[]} jobs
 */

/**
 * All of `npm test`, cheapest first.
 *
 * @type {readonly Step[]}
 */
export const steps = [
  {
    name: 'static',
    needs: [],
    jobs: [
      gate('types', 'typescript', 'tsc', ['-b']),
      gate('lint', 'oxlint', 'oxlint', ['--deny-warnings']),
      gate('format', 'prettier', 'prettier', ['--check', '.']),
      gate('unused code', 'knip', 'knip', []),
    ],
  },
  { name: 'unit', needs: [ensureBuilt], jobs: [tests('unit tests', 'test/unit')] },
  { name: 'cli', needs: [ensureBuilt], jobs: [tests('command line tests', 'test/cli')] },
  {
    name: 'panel',
    needs: [ensureBuilt, ensureBrowser],
    jobs: [tests('panel tests', 'test/webview')],
  },
  {
    name: 'host',
    needs: [ensurePackaged, ensureBrowser, ensureWebHost, ensureDesktopHost],
    jobs: [tests('VS Code tests', 'test/host', ['--no-file-parallelism'])],
  },
];

/**
 * @param {string} title
 * @param {string} packageName
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Job}
 */
function gate(title, packageName, program, args) {
  return {
    title,
    command: () => [...nodeTool(packageName, program), ...args],
    count: countGate,
    output: 'on-failure',
  };
}

/**
 * @param {string} title
 * @param {string} folder
 * @param {readonly string[]} [args]
 * @returns {Job}
 */
function tests(title, folder, args = []) {
  return {
    title,
    command: (reportFile) => [
      ...nodeTool('vitest'),
      ...['run', `${folder}/`, ...args],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ],
    count: countVitest,
    output: 'show',
  };
}

import {
  ensureBrowser,
  ensureBuilt,
  ensureDesktopHost,
  ensurePackaged,
  ensureStrace,
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
      gate('lint', 'oxlint', 'oxlint', ['--type-aware', '--deny-warnings']),
      gate('format', 'prettier', 'prettier', ['--check', '.']),
      gate('unused code', 'knip', 'knip', []),
    ],
  },
  { name: 'unit', needs: [ensureBuilt], jobs: [tests('unit')] },
  { name: 'house', needs: [ensureBuilt], jobs: [tests('house')] },
  { name: 'cli', needs: [ensureBuilt, ensureStrace], jobs: [tests('cli')] },
  { name: 'panel', needs: [ensureBuilt, ensureBrowser], jobs: [tests('panel')] },
  {
    name: 'host',
    needs: [ensurePackaged, ensureBrowser, ensureWebHost, ensureDesktopHost],
    jobs: [tests('host')],
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
 * The tests of one project of test/vitest.config.mjs.
 *
 * @param {string} project
 * @returns {Job}
 */
function tests(project) {
  return {
    title: `${project} tests`,
    command: (reportFile) => [
      ...nodeTool('vitest'),
      'run',
      '--config',
      'test/vitest.config.mjs',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    count: countVitest,
    output: 'show',
  };
}

/**
 * What a step of `npm test` came to.
 *
 * @typedef {object} TestCount
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} notes what a person should read about the failures, if anything
 */

/**
 * What is known of a command that ended.
 *
 * @typedef {object} Outcome
 * @property {string} title of the job
 * @property {number} code its exit code
 * @property {string | undefined} report the text of its report file, if it wrote one
 */

/**
 * A gate is one test: it passes or it does not.
 *
 * @param {Outcome} outcome
 * @returns {TestCount}
 */
export function countGate({ title, code }) {
  if (code === 0) return { passed: 1, failed: 0, notes: [] };
  return { passed: 0, failed: 1, notes: [`${title}: exit code ${code}`] };
}

/**
 * Counts the tests in vitest's JSON report. Skipped and to-do tests are failures, for the house has
 * none; so are a run without any test, one without a report, and one that failed outside of a test.
 *
 * @param {Outcome} outcome
 * @returns {TestCount}
 */
export function countVitest({ title, code, report }) {
  if (report === undefined) return oneFailure(`${title}: no report, exit code ${code}`);
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} */
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report);
  const left = numPendingTests + numTodoTests;
  const failed = numFailedTests + left;
  const notes = left > 0 ? [`${title}: ${left} skipped or to do, which count as failed`] : [];
  if (failed === 0 && code !== 0) {
    return { passed: numPassedTests, failed: 1, notes: [`${title}: failed outside of a test`] };
  }
  if (numPassedTests + failed === 0) return oneFailure(`${title}: no test was run`);
  return { passed: numPassedTests, failed, notes };
}

/**
 * @param {readonly TestCount[]} counts
 * @returns {TestCount}
 */
export function sumCounts(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    notes: counts.flatMap((count) => count.notes),
  };
}

/**
 * A failure that no test stands for.
 *
 * @param {string} note
 * @returns {TestCount}
 */
export function oneFailure(note) {
  return { passed: 0, failed: 1, notes: [note] };
}

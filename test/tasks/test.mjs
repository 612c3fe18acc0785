import { parseArgs } from 'node:util';
import { ensureDependencies, ensureNodeVersion } from './ensure.mjs';
import { formatDuration, progress } from './progress.mjs';
import { runStep } from './runStep.mjs';
import { runAsProgram, SetupProblem } from './setupProblem.mjs';
import { steps } from './steps.mjs';
import { sumCounts } from './testCount.mjs';

/**
 * `npm test [-- --only unit,panel]`: installs what is missing, runs the steps and ends with one line,
 * `N passed, N failed`. The exit code is 0 only if every step ran tests and none failed.
 */
await runAsProgram(async () => {
  ensureNodeVersion();
  const chosen = chooseSteps(process.argv.slice(2));
  await ensureDependencies();
  /** @type {import('./testCount.mjs').TestCount[]} */
  const counts = [];
  for (const step of chosen) {
    progress(`\n── ${step.name}`);
    const started = Date.now();
    const count = await runStep(step);
    counts.push(count);
    for (const note of count.notes) progress(note);
    const time = formatDuration(Date.now() - started);
    progress(`${step.name}: ${count.passed} passed, ${count.failed} failed (${time})`);
  }
  const sum = sumCounts(counts);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
});

/**
 * @param {readonly string[]} argv
 * @returns {readonly import('./steps.mjs').Step[]}
 */
function chooseSteps(argv) {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  if (values.only === undefined) return steps;
  const names = values.only.split(',');
  const known = steps.map((step) => step.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupProblem(
      `There is no step ${unknown.join(', ')}. Choose of ${known.join(', ')}.`,
    );
  }
  return steps.filter((step) => names.includes(step.name));
}

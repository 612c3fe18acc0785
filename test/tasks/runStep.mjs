import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { progress } from './progress.mjs';
import { repositoryRoot } from './repository.mjs';
import { runProgram } from './runProgram.mjs';
import { SetupProblem } from './setupProblem.mjs';
import { oneFailure, sumCounts } from './testCount.mjs';

/**
 * Does what a step needs, runs its jobs one after the other and counts their tests. Never throws
 * because of the step: what cannot be run is a failure.
 *
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<import('./testCount.mjs').TestCount>}
 */
export async function runStep(step) {
  try {
    for (const ensure of step.needs) await ensure();
    /** @type {import('./testCount.mjs').TestCount[]} */
    const counts = [];
    for (const job of step.jobs) counts.push(await runJob(job));
    const sum = sumCounts(counts);
    return sum.passed + sum.failed > 0 ? sum : oneFailure(`${step.name}: no test was run`);
  } catch (error) {
    const text =
      error instanceof SetupProblem ? error.message : String(/** @type {any} */ (error).stack);
    return oneFailure(`${step.name}: ${text}`);
  }
}

/** @param {import('./steps.mjs').Job} job */
async function runJob(job) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flaglab-report-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const [command, ...args] = job.command(reportFile);
    const { code, output } = await runProgram(command, args, {
      cwd: repositoryRoot,
      output: job.output === 'show' ? 'show' : 'capture',
    });
    if (code !== 0 && output) progress(output.trimEnd());
    const report = await readFile(reportFile, 'utf8').catch(() => undefined);
    return job.count({ title: job.title, code, report });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

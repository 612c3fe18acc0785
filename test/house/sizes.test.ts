import { stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { packageOf, readMetafile, type BundleName } from './metafile';
import { projectPath } from './projectFiles';

const kilobyte = 1000;

/** What each bundle may weigh, minified, in bytes. */
const budgets: readonly (readonly [BundleName, string, number])[] = [
  // What activation evaluates, and what is loaded after it: YAML, schemas, plans and what their size is to be
  // warned of (a tenth of it: tests, bounds, the kernel), the index, the rules of the SDKs, the analysis of results
  // (a tenth: its reader, its tests, its report), verdicts on flags and what they need of git (an eighth), the reports of
  // simulated plans with their pictures (an eighth).
  ['extension.node', 'dist/extension.node.js', 150 * kilobyte],
  ['extension.node.onFirstUse', 'dist/extension.node.onFirstUse.js', 740 * kilobyte],
  // The simulation of rollouts, their formats and rules, YAML, the schema of a plan's launch with its library; a text with a
  // rollout loads it.
  ['extension.node.rollout', 'dist/extension.node.rollout.js', 290 * kilobyte],
  // All of the above in one file, parts not evaluated before they are needed: about their sum.
  ['extension.web', 'dist/extension.web.js', 960 * kilobyte],
  ['panel', 'dist/webview/simulator.js', 900 * kilobyte],
  // A launch is judged by the tests of results and the bounds of plans: they are most of it. Its power is held to the exact one.
  ['worker', 'dist/webview/worker.js', 168 * kilobyte],
  // Its own page: controls, pictures, the layout of launches; no plan, no tests, no YAML.
  ['rollout.panel', 'dist/webview/rollout.js', 400 * kilobyte],
  ['rollout.worker', 'dist/webview/rolloutWorker.js', 100 * kilobyte],
];

/** The heaviest packages and rooms of a bundle, heaviest first. */
async function culprits(bundle: BundleName, output: string): Promise<string> {
  const { outputs } = await readMetafile(bundle);
  const weights = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(outputs[output]?.inputs ?? {})) {
    const owner = packageOf(file) ?? file.split('/').slice(0, 3).join('/');
    weights.set(owner, (weights.get(owner) ?? 0) + bytesInOutput);
  }
  return [...weights]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([owner, bytes]) => `${owner} ${Math.round(bytes / kilobyte)} kB`)
    .join(', ');
}

describe('bundles stay within their budgets', () => {
  test.each(budgets)('%s', async (bundle, output, budget) => {
    const { size } = await stat(projectPath(output));
    const said = `${output} weighs ${size} bytes, may weigh ${budget}. Heaviest: ${await culprits(bundle, output)}`;
    expect(size <= budget, said).toBe(true);
  });

  test('the heaviest part is named', async () => {
    expect(await culprits('panel', 'dist/webview/simulator.js')).toMatch(/^\S+ \d+ kB, /);
  });
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { findTestFiles } from './bundleSuite.js';
import { probe } from './probe.js';

test.each([
  { runsIn: 'node', files: ['probe.node.test.ts', 'probe.test.ts'] },
  { runsIn: 'web-worker', files: ['probe.test.ts'] },
] as const)('in $runsIn the test files are $files', async ({ runsIn, files }) => {
  const found = await findTestFiles(probe.suite, runsIn);
  expect(found.map((file) => path.basename(file))).toEqual(files);
});

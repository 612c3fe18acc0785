import { expect, test } from 'vitest';
import { checkGaps } from '../../../../src/engine/check/checkGaps';
import { createFactsReader } from '../../../../src/engine/createFactsReader';
import { createWorkspaceIndex } from '../../../../src/engine/createWorkspaceIndex';
import { memoryFiles } from '../../../support/memoryFiles';
import { createTestParser } from '../../../support/testParser';

const factsReader = createFactsReader(createTestParser());

async function gapsOf(text: string) {
  const index = createWorkspaceIndex({ files: memoryFiles({ 'deep.ts': text }), factsReader });
  await index.build(() => {}, new AbortController().signal);
  return checkGaps(index.snapshot());
}

const read = "import { useFlag } from '@openfeature/react-sdk';\nuseFlag('k', false);\n";

test('a file whose reads are missing as a whole may hold any read: nothing is removed past it', async () => {
  expect(
    await gapsOf(`${read}export const deep = ${'['.repeat(1500)}${']'.repeat(1500)};`),
  ).toEqual(['deep.ts could not be read: something about this flag may be there.']);
});

test('a file with one broken part is none: the reads around it are known', async () => {
  expect(await gapsOf(`${read}const x = ;\nclass {\n}\n`)).toEqual([]);
});

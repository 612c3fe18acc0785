import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../tasks/contentHash.mjs';
import { temporaryFolder } from './temporary.js';

const ENTRIES = ['src', 'package.json', 'not-there'];

async function project(): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(path.join(root, 'src', 'deep'), { recursive: true });
  await writeFile(path.join(root, 'src', 'deep', 'a.ts'), 'one');
  await writeFile(path.join(root, 'package.json'), '{}');
  return root;
}

test('the same files in another place have the same hash', async () => {
  expect(await contentHash(await project(), ENTRIES)).toBe(
    await contentHash(await project(), ENTRIES),
  );
});

test.each([
  { change: 'another content', file: 'src/deep/a.ts' },
  { change: 'a new file', file: 'src/deep/b.ts' },
  { change: 'an entry that was missing', file: 'not-there' },
])('$change changes it', async ({ file }) => {
  const root = await project();
  const before = await contentHash(root, ENTRIES);
  await writeFile(path.join(root, file), 'two');
  expect(await contentHash(root, ENTRIES)).not.toBe(before);
});

test('further text changes it, other files do not', async () => {
  const root = await project();
  const before = await contentHash(root, ENTRIES);
  expect(await contentHash(root, ENTRIES, ['linux'])).not.toBe(before);
  await writeFile(path.join(root, 'notes.txt'), 'two');
  expect(await contentHash(root, ENTRIES)).toBe(before);
});

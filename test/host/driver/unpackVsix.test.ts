import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageProbe, probe } from './probe.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { unpackVsix } from './unpackVsix.js';

test('a VSIX is unpacked to what an installation of it would have', async () => {
  const folder = await makeTemporaryFolder('vsix');
  try {
    const target = path.join(folder, 'extension');
    await unpackVsix(await packageProbe(folder), target);
    expect((await readdir(target)).sort()).toEqual(['main.js', 'package.json']);
    const main = await readFile(path.join(probe.folder, 'main.js'), 'utf8');
    expect(await readFile(path.join(target, 'main.js'), 'utf8')).toBe(main);
  } finally {
    await removeFolder(folder);
  }
});

import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '../../../../src/platform/node/writeWhole';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flaglab-write-'));
  file = path.join(folder, 'plan.yaml');
});
afterEach(() => rm(folder, { recursive: true }));

const replace = { replace: true };

describe('a file is written whole or not at all', () => {
  test('a new one, and one that is there, without anything left beside it', async () => {
    await writeWhole(file, 'one', replace);
    await writeWhole(file, 'two', replace);
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['plan.yaml']);
  });

  test('what is open goes on reading what it opened', async () => {
    // A reader sees the old text or the new, never a part: the name moves to another file.
    await writeFile(file, 'old');
    const { ino } = await stat(file);
    await writeWhole(file, 'new', replace);
    expect((await stat(file)).ino).not.toBe(ino);
  });

  test.skipIf(process.platform === 'win32')(
    'a link stays a link, and permissions stay',
    async () => {
      await writeFile(file, 'old');
      await chmod(file, 0o640);
      const link = path.join(folder, 'link.yaml');
      await symlink(file, link);
      await writeWhole(link, 'new', replace);
      expect(await readFile(file, 'utf8')).toBe('new');
      expect((await stat(file)).mode & 0o777).toBe(0o640);
      expect(await readdir(folder)).toEqual(['link.yaml', 'plan.yaml']);
    },
  );

  test('where nothing is to be replaced, what is there stays', async () => {
    await writeFile(file, 'old');
    await expect(writeWhole(file, 'new', { replace: false })).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  test.each([
    ['a folder that is not there', () => path.join(folder, 'no', 'plan.yaml'), 'ENOENT'],
    ['a folder instead of a file', () => folder, 'EISDIR'],
  ])('%s: the reason, and nothing is left', async (_name, target, code) => {
    await expect(writeWhole(target(), 'new', replace)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });
});

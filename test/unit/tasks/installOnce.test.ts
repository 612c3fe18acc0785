import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withFolderLock } from '../../tasks/folderLock.mjs';
import { installOnce } from '../../tasks/installOnce.mjs';
import { temporaryFolder } from './temporary.js';

/** Larger than any process id. */
const NO_PROCESS = 2 ** 31 - 2;

function installation(folder: string, install: (partial: string) => Promise<void>) {
  return { folder, title: 'a thing', expectation: 'no time', install };
}

test('two at once install once', async () => {
  const folder = path.join(await temporaryFolder(), 'host');
  let times = 0;
  const install = async (partial: string) => {
    times++;
    await writeFile(path.join(partial, 'done'), 'yes');
  };
  await Promise.all([
    installOnce(installation(folder, install)),
    installOnce(installation(folder, install)),
  ]);
  expect(times).toBe(1);
  expect(await readFile(path.join(folder, 'done'), 'utf8')).toBe('yes');
});

test('an installation that failed is not there and is done again', async () => {
  const root = await temporaryFolder();
  const folder = path.join(root, 'host');
  const failing = installation(folder, async (partial) => {
    await writeFile(path.join(partial, 'half'), '');
    throw new Error('the line was cut');
  });
  await expect(installOnce(failing)).rejects.toThrow('the line was cut');
  expect(existsSync(folder)).toBe(false);
  await installOnce(installation(folder, (partial) => writeFile(path.join(partial, 'done'), '')));
  expect(await readdir(folder)).toEqual(['done']);
  expect(await readdir(root)).toEqual(['host']);
});

test.each([
  { holder: `${os.hostname()} ${NO_PROCESS}`, ageSeconds: 0, why: 'whose process is gone' },
  { holder: 'another-machine 1', ageSeconds: 3600, why: 'that nobody touched for long' },
])('a lock $why is taken over', async ({ holder, ageSeconds }) => {
  const lock = path.join(await temporaryFolder(), 'lock');
  await mkdir(lock);
  await writeFile(path.join(lock, 'holder'), holder);
  const touched = new Date(Date.now() - ageSeconds * 1000);
  await utimes(lock, touched, touched);
  expect(await withFolderLock(lock, async () => 'mine')).toBe('mine');
  expect(existsSync(lock)).toBe(false);
});

test('work under one lock is never done twice at once', async () => {
  const lock = path.join(await temporaryFolder(), 'lock');
  let running = 0;
  let waited = 0;
  const work = async () => {
    running++;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  };
  const onWait = () => waited++;
  await Promise.all([1, 2, 3].map(() => withFolderLock(lock, work, onWait)));
  expect(waited).toBe(2);
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListedFile } from '../../../../src/engine/workspaceFiles';
import {
  createNodeWorkspaceFiles,
  pathBelow,
  pathUnder,
} from '../../../../src/platform/node/nodeWorkspaceFiles';

let root = '';
let outside = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'flaglab-files-'));
  outside = await mkdtemp(path.join(tmpdir(), 'flaglab-outside-'));
});

afterEach(async () => {
  for (const folder of [root, outside]) await rm(folder, { recursive: true, force: true });
});

async function write(folder: string, file: string, text = ''): Promise<void> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}

/** Makes a link; false where this system does not allow it. */
async function link(target: string, file: string, type: 'dir' | 'file'): Promise<boolean> {
  try {
    await symlink(target, path.join(root, file), type);
    return true;
  } catch {
    return false;
  }
}

async function listed(
  entersFolder: (folder: string) => boolean = () => true,
  signal = { aborted: false },
): Promise<readonly string[]> {
  const lines: string[] = [];
  const opened = () => undefined;
  for await (const file of createNodeWorkspaceFiles(root).list({ signal, entersFolder, opened })) {
    lines.push(line(file));
  }
  return lines;
}

function line(file: ListedFile): string {
  return file.kind === 'file' ? `${file.path} ${file.size}` : `${file.path}: ${file.reason}`;
}

test('files come in the order of their code units, with their size', async () => {
  for (const file of ['b.ts', 'a/z.ts', 'a/A.ts', 'Z.ts', 'ä.ts', 'a.ts'])
    await write(root, file, 'xy');
  expect(await listed()).toEqual(['Z.ts 2', 'a/A.ts 2', 'a/z.ts 2', 'a.ts 2', 'b.ts 2', 'ä.ts 2']);
});

test('a folder that is not to be entered is not opened', async () => {
  await write(root, 'a/b/c.ts');
  await write(root, 'd/e.ts');
  const asked: string[] = [];
  const lines = await listed((folder) => {
    asked.push(folder);
    return folder !== 'a';
  });
  expect(lines).toEqual(['d/e.ts 0']);
  expect(asked).toEqual(['a', 'd']);
});

test('links: to nothing, in circles, to what is listed, and out of the folder', async () => {
  await write(root, 'a/b.ts');
  await write(outside, 'lib/c.ts', 'xyz');
  const made = [
    await link(path.join(root, 'missing.ts'), 'broken.ts', 'file'),
    await link(root, 'a/circle', 'dir'),
    await link(path.join(root, 'a'), 'copy', 'dir'),
    await link(path.join(root, 'a/b.ts'), 'copy.ts', 'file'),
    await link(path.join(outside, 'lib'), 'library', 'dir'),
    await link(path.join(root, 'self'), 'self', 'dir'),
  ];
  if (!made.every(Boolean)) return;
  await symlink(outside, path.join(outside, 'lib/around'), 'dir');
  const lines = await listed();
  expect(lines).toEqual([
    'a/b.ts 0',
    'a/circle: a link that leads back to a folder around it',
    'broken.ts: a link to nothing',
    'copy: a link to a',
    'copy.ts: a link to a/b.ts',
    'library/around/lib: a link that leads back to a folder around it',
    'library/c.ts 3',
    'self: a link that leads back to itself',
  ]);
});

test('a root that is not there is one message', async () => {
  await rm(root, { recursive: true });
  expect(await listed()).toEqual(['.: a link to nothing']);
});

test('nothing more is listed once nobody is interested', async () => {
  await write(root, 'a.ts');
  expect(await listed(() => true, { aborted: true })).toEqual([]);
});

test('a file is read as bytes', async () => {
  await write(root, 'a/ä.ts', 'é');
  expect([...(await createNodeWorkspaceFiles(root).read('a/ä.ts'))]).toEqual([0xc3, 0xa9]);
});

describe('paths', () => {
  test.each([
    ['/home/ann/shop', '/home/ann/shop/src/a.ts', 'src/a.ts'],
    ['/home/ann/shop', '/home/ann/shop', ''],
    ['/home/ann/shop', '/home/ann/shopping/a.ts', null],
    ['/home/ann/shop', '/home/ann', null],
    ['/home/ann/shop', '/home/ann/shop/..a/b.ts', '..a/b.ts'],
  ])('on posix: %s %s', (from, absolute, expected) => {
    expect(pathBelow(from, absolute, path.posix)).toBe(expected);
    if (expected) expect(pathUnder(from, expected, path.posix)).toBe(absolute);
  });

  test.each([
    ['C:\\work\\shop', 'C:\\work\\shop\\src\\a.ts', 'src/a.ts'],
    ['C:\\work\\shop', 'c:\\Work\\shop\\src\\a.ts', 'src/a.ts'],
    ['C:\\work\\shop', 'D:\\work\\shop\\a.ts', null],
    ['C:\\work\\shop', 'C:\\work\\other\\a.ts', null],
    ['\\\\server\\share\\shop', '\\\\server\\share\\shop\\a.ts', 'a.ts'],
  ])('on Windows: %s %s', (from, absolute, expected) => {
    expect(pathBelow(from, absolute, path.win32)).toBe(expected);
  });

  test('are joined with the separator of the system', () => {
    expect(pathUnder('C:\\work', 'src/a.ts', path.win32)).toBe('C:\\work\\src\\a.ts');
  });
});

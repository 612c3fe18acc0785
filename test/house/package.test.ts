import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { projectPath, projectRoot, readProjectFile } from './projectFiles';

const run = promisify(execFile);

/** What the user agreed to see at the top level, and what tools insist on. */
const topLevel = [
  '.ci',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.oxlintrc.json',
  '.prettierignore',
  '.vscode',
  '.vscodeignore',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'esbuild.mjs',
  'media',
  'package-lock.json',
  'package.json',
  'package.nls.json',
  'src',
  'test',
  'tsconfig.json',
  'webview',
];

describe('what is kept and what ships', () => {
  test('the top level is as agreed', async () => {
    const { stdout } = await run('git', ['ls-tree', '--name-only', 'HEAD'], { cwd: projectRoot });
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((name) => !topLevel.includes(name)),
    ).toEqual([]);
  });

  test('the VSIX holds exactly the files of its golden list', async () => {
    const vsce = projectPath('node_modules/@vscode/vsce/vsce');
    const { stdout } = await run(process.execPath, [vsce, 'ls', '--no-dependencies'], {
      cwd: projectRoot,
    });
    const listed = stdout.trim().split(/\r?\n/).toSorted().join('\n');
    await expect(`${listed}\n`).toMatchFileSnapshot(projectPath('test/golden/vsix-files.txt'));
  });

  test('the VSIX weighs less than 12 MB', async () => {
    const { stdout } = await run(
      process.execPath,
      [projectPath('node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
      { cwd: projectRoot },
    );
    // A VSIX is a zip: each file is deflated by itself.
    const packed = await Promise.all(
      stdout
        .trim()
        .split(/\r?\n/)
        .map(async (file) => deflateRawSync(await readFile(projectPath(file))).length),
    );
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_000_000);
  });

  test('the lock files name no host to download from', async () => {
    const { stdout } = await run('git', ['ls-files', '*package-lock.json'], { cwd: projectRoot });
    for (const file of stdout.trim().split('\n')) {
      expect(await readProjectFile(file)).not.toMatch(/"resolved": "http/);
    }
  });
});

import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './sourceFiles';
import { projectRoot as root } from './projectFiles';

const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
const run = promisify(execFile);

/** Lints one file, written into an otherwise empty project with our rules, and returns what is said about it. */
async function lintPlanted(file: string, source: string): Promise<string> {
  const project = await mkdtemp(path.join(tmpdir(), 'flaglab-rooms-'));
  try {
    await copyFile(path.join(root, '.oxlintrc.json'), path.join(project, '.oxlintrc.json'));
    await mkdir(path.dirname(path.join(project, file)), { recursive: true });
    await writeFile(path.join(project, file), source);
    await run(process.execPath, [oxlint, file], { cwd: project });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    await rm(project, { recursive: true });
  }
}

/** One forbidden import a row: what may never be imported from where. */
const forbidden: readonly (readonly [file: string, statement: string])[] = [
  ['src/core/planted.ts', `import * as vscode from 'vscode'; export const x = vscode;`],
  ['src/core/planted.ts', `import fs from 'node:fs'; export const x = fs;`],
  ['src/core/planted.ts', `import { parse } from 'yaml'; export const x = parse;`],
  ['src/core/planted.ts', `export { x } from '../engine/x';`],
  ['src/core/flags/planted.ts', `export { x } from '../../platform/node/x';`],
  ['src/core/stats/planted.ts', `export const x = Math.exp(1);`],
  ['src/core/rollout/planted.ts', `export const x = Math.log(1);`],
  ['src/core/planted.ts', `export const x = Math.random();`],
  ['src/core/planted.ts', `export const x = Date.now();`],
  ['src/protocol/planted.ts', `export { x } from '../engine/x';`],
  ['src/protocol/planted.ts', `import * as vscode from 'vscode'; export const x = vscode;`],
  ['src/engine/planted.ts', `export { x } from '../platform/node/x';`],
  ['src/engine/planted.ts', `import fs from 'node:fs'; export const x = fs;`],
  ['src/platform/node/planted.ts', `import https from 'node:https'; export const x = https;`],
  ['src/platform/node/planted.ts', `import * as vscode from 'vscode'; export const x = vscode;`],
  ['src/platform/node/planted.ts', `export { x } from '../web/x';`],
  ['src/platform/web/planted.ts', `import fs from 'node:fs'; export const x = fs;`],
  [
    'src/platform/treesitter/planted.ts',
    `import * as vscode from 'vscode'; export const x = vscode;`,
  ],
  ['src/worker/planted.ts', `export { x } from '../platform/node/x';`],
  ['src/cli/planted.ts', `export { x } from '../platform/node/x';`],
  ['src/cli/planted.ts', `export { x } from '../extension/x';`],
  ['src/extension/planted.ts', `export { x } from '../platform/node/x';`],
  ['src/extension/planted.ts', `import fs from 'node:fs'; export const x = fs;`],
  ['webview/simulator/planted.ts', `export { x } from '../../src/engine/x';`],
  ['webview/simulator/planted.ts', `import * as vscode from 'vscode'; export const x = vscode;`],
];

describe('a forbidden import is red', () => {
  test.each(forbidden)('in %s: %s', async (file, source) => {
    expect(await lintPlanted(file, `${source}\n`)).toMatch(
      /no-restricted-(imports|properties|globals)/,
    );
  });

  test('and an allowed one is not', async () => {
    expect(
      await lintPlanted(
        'src/engine/planted.ts',
        `export type { Flag } from '../core/model/flag';\n`,
      ),
    ).toBe('');
  });
});

describe('the pure room', () => {
  /** Bundles every file of core, and `more`, as a program that knows no host: what needs one cannot be resolved. */
  async function buildNeutral(more: readonly string[]): Promise<void> {
    const files = await sourceFiles('src/core');
    await build({
      absWorkingDir: root,
      stdin: {
        contents: [...files.map((file, i) => `export * as _${i} from './${file}';`), ...more].join(
          '\n',
        ),
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'neutral',
      format: 'esm',
      mainFields: ['module', 'main'],
      write: false,
      logLevel: 'silent',
    });
  }

  test('builds without any host', async () => {
    await expect(buildNeutral([])).resolves.toBeUndefined();
  });

  test.each(['node:fs', 'fs', 'vscode'])('does not build once it imports %s', async (host) => {
    await expect(buildNeutral([`export * as host from '${host}';`])).rejects.toThrow(host);
  });
});

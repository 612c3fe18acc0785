import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectPath } from '../house/projectFiles';
import { commitAll, gitAt, makeGitRepository } from '../support/gitRepository';

const readme = readFileSync(projectPath('README.md'), 'utf8');

/** The YAML that the README gives for a file. */
function example(file: string): unknown {
  const [, text = ''] = readme.split(`\`\`\`yaml\n# ${file}\n`);
  return parse(text.split('```')[0] ?? '');
}

interface Workflow {
  readonly jobs: {
    readonly flags: { readonly steps: readonly { readonly run?: string; readonly if?: string }[] };
  };
}

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string }[] }[];
}

let folder: string;
let root: string;
let bin: string;

/** Unpacks the packed tarball and puts its command on a PATH, as `npm install --global` does. */
function installTarball(): void {
  const [{ filename }] = JSON.parse(
    execFileSync(
      'npm',
      [
        'pack',
        projectPath('dist/npm'),
        '--json',
        '--offline',
        '--ignore-scripts',
        '--pack-destination',
        folder,
      ],
      { encoding: 'utf8', cwd: folder, shell: process.platform === 'win32' },
    ),
  ) as [{ filename: string }];
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  const program = path.join(folder, 'package/cli.js');
  chmodSync(program, 0o755);
  mkdirSync(bin);
  symlinkSync(program, path.join(bin, 'flaglab'));
}

const flags = (variant: string, more = '') =>
  `{\n  "flags": {\n    "cart": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "${variant}" }${more}\n  }\n}\n`;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flaglab-readme-'));
  root = path.join(folder, 'shop');
  bin = path.join(folder, 'bin');
  installTarball();
  makeGitRepository(root, [
    { day: '2026-10-01', message: 'Start', files: { 'flags.flagd.json': flags('off') } },
  ]);
  gitAt(root, '2026-10-01', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(script: string) {
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    GITHUB_BASE_REF: 'main',
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
  };
  // As GitHub runs the steps of a job.
  return spawnSync('bash', ['-e', '-c', script], { cwd: root, env, encoding: 'utf8' });
}

describe('the examples of the README, as they are written', () => {
  const steps = (example('.github/workflows/flags.yml') as Workflow).jobs.flags.steps.flatMap(
    ({ run, if: when }) => (run === undefined ? [] : [{ run, when }]),
  );
  const [hook] = (example('.pre-commit-config.yaml') as PreCommit).repos.flatMap(
    ({ hooks }) => hooks,
  );

  test('the workflow writes what a change does to flags into the summary', () => {
    commitAll(root, [
      { day: '2026-11-27', message: 'Launch cart', files: { 'flags.flagd.json': flags('on') } },
    ]);
    expect(steps).toHaveLength(2);
    for (const { run } of steps) expect(shell(run)).toMatchObject({ status: 0, stderr: '' });
    const summary = readFileSync(path.join(folder, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^### Flags in this change: 1 flag changed/);
    expect(summary).toContain('| `cart` | off for everyone → on for everyone |');
  });

  test('it fails where a change keeps a flag without a reason, and still says what it found', () => {
    const settings = 'version: 1\nkeep:\n  - { key: cart }\n';
    commitAll(root, [
      { day: '2026-11-28', message: 'Keep cart', files: { 'flaglab.yaml': settings } },
    ]);
    const [check, summary] = steps;
    expect(shell(check?.run ?? '').status).toBe(1);
    expect(summary?.when).toBe('always()');
    expect(shell(summary?.run ?? '').status).toBe(0);
    expect(readFileSync(path.join(folder, 'summary.md'), 'utf8')).toContain('flag-keep-no-reason');
  });

  test('the hook refuses a commit with an error, and lets others through', () => {
    expect(shell(hook?.entry ?? '').status).toBe(1);
    commitAll(root, [{ day: '2026-11-29', message: 'No', files: { 'flaglab.yaml': null } }]);
    expect(shell(hook?.entry ?? '').status).toBe(0);
  });
});

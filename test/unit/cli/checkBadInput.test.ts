import {
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readGitBlobs, runGit, streamGit } from '../../../src/platform/node/git';
import type { ReadBlobs, RunGit } from '../../../src/engine/history/gitRunner';
import { gitAt, makeGitRepository, writeFiles } from '../../support/gitRepository';
import { runCheck } from '../../support/runCheck';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let root: string;
let count = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flaglab-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const definition = (variant: string) =>
  JSON.stringify(
    {
      flags: {
        cart: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: variant },
      },
    },
    null,
    2,
  );

beforeEach(() => {
  root = path.join(folder, String(count++));
  makeGitRepository(root, [
    {
      day: '2026-10-01',
      message: 'Add cart',
      files: {
        'flags.flagd.json': definition('off'),
        'cart.ts':
          "import { OpenFeature } from '@openfeature/server-sdk';\nexport const cart = OpenFeature.getClient().getBooleanValue('cart', false);\n",
      },
    },
    {
      day: '2026-11-27',
      message: 'Launch cart',
      files: { 'flags.flagd.json': definition('on') },
    },
  ]);
});

interface Verdict {
  readonly action: string;
  readonly state: string;
  readonly evidence: { readonly unknown: readonly string[]; readonly oneSidedDays: number | null };
}

function verdictOf(output: string): Verdict | undefined {
  return (JSON.parse(output) as { readonly flags: readonly Verdict[] }).flags[0];
}

const json = ['--format', 'json', '--fail-on', 'none'];

test('as it is, the flag is ready for removal', async () => {
  const { exitCode, output } = await runCheck(root, json);
  expect(exitCode).toBe(0);
  expect(verdictOf(output)).toMatchObject({ action: 'remove', evidence: { oneSidedDays: 94 } });
});

function objectFiles(): readonly string[] {
  const objects = path.join(root, '.git/objects');
  return readdirSync(objects, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(objects, name))
    .filter((file) => statSync(file).isFile());
}

describe('a corrupt object store', () => {
  test.each(['cut off', 'gone'])(
    'objects are %s: a message, and no verdict at all',
    async (how) => {
      for (const file of objectFiles()) {
        chmodSync(file, 0o600);
        if (how === 'gone') rmSync(file);
        else truncateSync(file, 5);
      }
      const { exitCode, output, messages } = await runCheck(root, json);
      expect(exitCode).toBe(2);
      expect(output).toBe('');
      expect(messages).toMatch(/history of this repository cannot be read: git could not answer/);
    },
  );

  test('one old version is gone: nothing is called ready that rests on it', async () => {
    const id = gitAt(root, '2026-12-01', 'rev-parse', 'HEAD~1:flags.flagd.json').trim();
    const file = path.join(root, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o600);
    rmSync(file);
    const { exitCode, output } = await runCheck(root, json);
    const actions = output === '' ? [] : [verdictOf(output)?.action];
    expect([exitCode, ...actions]).not.toContain('remove');
    expect(output === '' ? exitCode : verdictOf(output)?.evidence.unknown.length).toBeGreaterThan(
      0,
    );
  });
});

test('a detached head is a commit like any other', async () => {
  gitAt(root, '2026-12-01', 'checkout', '--quiet', '--detach', 'HEAD');
  const { exitCode, output } = await runCheck(root, json);
  expect([exitCode, verdictOf(output)?.action]).toEqual([0, 'remove']);
  const since = await runCheck(root, [...json, '--since', 'HEAD~1']);
  expect(since.exitCode).toBe(0);
});

test.each(['no-such-branch', '--upload-pack=x', 'HEAD:flags.flagd.json', '', '..'])(
  'a REF that is no commit: %j',
  async (ref) => {
    const { exitCode, output, messages } = await runCheck(root, [...json, `--since=${ref}`]);
    expect([exitCode, output]).toEqual([2, '']);
    expect(messages).toContain(`There is no commit ${ref} here`);
  },
);

test('a shallow clone: verdicts come from files alone, and say so', async () => {
  const clone = path.join(folder, `clone-${count}`);
  gitAt(folder, '2026-12-01', 'clone', '--quiet', '--depth=1', `file://${root}`, clone);
  const { exitCode, output, messages } = await runCheck(clone, json);
  expect(exitCode).toBe(0);
  expect(verdictOf(output)).toMatchObject({ state: 'launched', action: 'none' });
  expect(messages).toMatch(/shallow clone.*git fetch --unshallow/);
});

test('dubious ownership is explained, not worked around', async () => {
  const asked: string[] = [];
  const run: RunGit = (command, args) => {
    asked.push([command, ...args].join(' '));
    const reason = `fatal: detected dubious ownership in repository at '${root}'`;
    return Promise.resolve({ kind: 'failed', reason });
  };
  const { exitCode, output, messages } = await runCheck(root, json, {
    history: { git: { run, stream: streamGit, blobs: readGitBlobs } },
  });
  expect(exitCode).toBe(0);
  expect(verdictOf(output)?.action).not.toBe('remove');
  expect(messages).toMatch(/belongs to another user .*safe\.directory/);
  expect(asked.filter((words) => /safe\.directory|config/.test(words))).toEqual([]);
});

test('no git, and not trusted: said, and never "remove"', async () => {
  for (const history of [null, { trusted: false }]) {
    const { exitCode, output, messages } = await runCheck(root, json, { history });
    expect([exitCode, verdictOf(output)?.action]).toEqual([0, 'none']);
    expect(messages).toContain('Verdicts come from files alone.');
  }
});

test('a definition file of 10 MB is not read, and nothing is decided without it', async () => {
  writeFiles(root, { 'other.flagd.json': `{ "flags": {} , "x": "${'x'.repeat(10_000_000)}" }` });
  const { exitCode, output } = await runCheck(root, json);
  expect(exitCode).toBe(0);
  expect(verdictOf(output)).toMatchObject({ action: 'ask' });
  expect(verdictOf(output)?.evidence.unknown.join(' ')).toContain('other.flagd.json');
});

test('a definition file whose former versions have 10 MB', async () => {
  const big = definition('on').replace('{', `{ "note": "${'x'.repeat(10_000_000)}",`);
  writeFileSync(path.join(root, 'flags.flagd.json'), big);
  gitAt(root, '2026-12-01', 'commit', '--quiet', '-am', 'Big');
  writeFileSync(path.join(root, 'flags.flagd.json'), definition('on'));
  gitAt(root, '2026-12-02', 'commit', '--quiet', '-am', 'Small');
  const { exitCode, output } = await runCheck(root, json);
  expect([exitCode, verdictOf(output)?.action]).toEqual([0, 'remove']);
});

test('a broken definition file beside it: asked, not removed', async () => {
  writeFiles(root, { 'broken.flagd.json': '{ "flags": {' });
  const { output } = await runCheck(root, json);
  expect(verdictOf(output)?.action).toBe('ask');
});

test('git that is interrupted half way gives no half verdict', async () => {
  const blobs: ReadBlobs = () =>
    Promise.resolve({ kind: 'failed', reason: 'error: inflate: data stream error' });
  const { exitCode, output, messages } = await runCheck(root, json, {
    history: { git: { run: runGit, stream: streamGit, blobs } },
  });
  expect([exitCode, output]).toEqual([2, '']);
  expect(messages).toContain('inflate: data stream error');
});

test('a flag that code declares under a name of its own is not called unread', async () => {
  writeFiles(root, {
    'flags.go':
      'package flags\n\nconst Fast string = "FF_FAST"\n\ntype FeatureFlag struct {\n\tName, DefaultValue string\n\tDeprecated bool\n\tToBeRemovedWith string\n}\n\nvar flags = []FeatureFlag{\n\t{Name: Fast, DefaultValue: "false", Deprecated: false, ToBeRemovedWith: ""},\n}\n',
  });
  const { output } = await runCheck(root, json);
  const { flags } = JSON.parse(output) as {
    readonly flags: readonly (Verdict & { readonly key: string })[];
  };
  const fast = flags.find(({ key }) => key === 'FF_FAST');
  expect(fast).toMatchObject({ state: 'unknown', action: 'none' });
  expect(fast?.evidence.unknown.join(' ')).toContain('does not follow');
});

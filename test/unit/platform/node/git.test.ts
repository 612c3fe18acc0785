import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDefinitionHistory } from '../../../../src/engine/history/definitionHistory';
import { runGit } from '../../../../src/platform/node/git';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let markers: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'flaglab-git-'));
  markers = path.join(root, 'markers');
  mkdirSync(markers);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const repository = () => path.join(root, 'repository');

/** The git of a person who has not thought of any danger. */
function plainGit(...args: string[]) {
  return spawnSync('git', args, {
    cwd: repository(),
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'ann@example.com',
      GIT_AUTHOR_DATE: '1700000000 +0000',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.com',
    },
  });
}

const write = (name: string, text: string) => writeFileSync(path.join(repository(), name), text);

function makeRepository() {
  mkdirSync(repository());
  plainGit('init', '--quiet', '--initial-branch=main');
  write('flags.json', '{\n  "a": 1\n}\n');
  plainGit('add', '.');
  plainGit('commit', '--quiet', '-m', 'Add flags');
}

/** A program that leaves a marker with its name. */
function plant(name: string, then = 'exit 0'): string {
  const file = path.join(root, `${name}.sh`);
  writeFileSync(file, `#!/bin/sh\n: > '${path.join(markers, name)}'\n${then}\n`);
  chmodSync(file, 0o755);
  return file;
}

const planted = ['clean', 'external-diff', 'fsmonitor', 'gpg', 'hook', 'textconv'];

function plantAll() {
  write('.gitattributes', '*.json diff=planted filter=planted\n');
  const config = (key: string, value: string) => plainGit('config', key, value);
  config('diff.planted.textconv', plant('textconv', 'cat "$1"'));
  config('diff.planted.command', plant('external-diff'));
  config('filter.planted.clean', plant('clean', 'cat'));
  config('core.fsmonitor', plant('fsmonitor'));
  config('gpg.program', plant('gpg'));
  config('log.showSignature', 'true');
  const hooks = path.join(root, 'hooks');
  mkdirSync(hooks);
  const hook = path.join(hooks, 'post-index-change');
  writeFileSync(hook, `#!/bin/sh\n: > '${path.join(markers, 'hook')}'\n`);
  chmodSync(hook, 0o755);
  config('core.hooksPath', hooks);
  commitWithSignature();
}

/** A commit whose header claims a signature, so that showing it asks the configured program. */
function commitWithSignature() {
  write('flags.json', '{\n  "a": 2\n}\n');
  plainGit('-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'add', 'flags.json');
  const tree = plainGit('write-tree').stdout.trim();
  const parent = plainGit('rev-parse', 'HEAD').stdout.trim();
  const signed = [
    `tree ${tree}`,
    `parent ${parent}`,
    'author Bo <bo@example.com> 1710000000 +0000',
    'committer Bo <bo@example.com> 1710000000 +0000',
    'gpgsig -----BEGIN PGP SIGNATURE-----',
    ' ',
    ' iQ==',
    ' -----END PGP SIGNATURE-----',
    '',
    'Roll out to 10 %',
    '',
  ].join('\n');
  const commit = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd: repository(),
    encoding: 'utf8',
    input: signed,
  }).trim();
  plainGit('-c', 'core.hooksPath=/dev/null', 'update-ref', 'HEAD', commit);
  for (const marker of readdirSync(markers)) rmSync(path.join(markers, marker));
}

const ask = { get: () => ({ cwd: repository(), trusted: true }) };

/** Everything the port can be asked, in the form that would start most. */
async function askEverything() {
  const options = ask.get();
  const head = await runGit('rev-parse', ['HEAD'], options);
  const commit = head.kind === 'ok' ? head.stdout.trim() : '';
  return [
    head,
    await runGit('cat-file', ['blob', `${commit}:./flags.json`], options),
    await runGit('blame', ['--line-porcelain', commit, '--', 'flags.json'], options),
    await runGit('log', ['-p', '-G', 'a', commit, '--', 'flags.json'], options),
    await runGit('log', ['-L', '1,2:flags.json'], options),
  ];
}

describe('git in a repository that names programs to run', () => {
  test('plain git runs every one of them: the traps work', () => {
    makeRepository();
    plantAll();
    write('flags.json', '{\n  "a": 3\n}\n');
    plainGit('status');
    plainGit('diff');
    plainGit('blame', 'flags.json');
    plainGit('log', '-p');
    plainGit('add', '.');
    expect(readdirSync(markers).sort()).toEqual(planted);
  });

  test('the port runs none of them, and answers', async () => {
    makeRepository();
    plantAll();
    write('flags.json', '{\n  "a": 3\n}\n');
    const answers = await askEverything();
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(readdirSync(markers)).toEqual([]);
  });

  test('variables that name programs are not handed on', async () => {
    makeRepository();
    const before = { ...process.env };
    process.env['GIT_EXTERNAL_DIFF'] = plant('external-diff');
    process.env['GIT_CONFIG_COUNT'] = '1';
    process.env['GIT_CONFIG_KEY_0'] = 'core.fsmonitor';
    process.env['GIT_CONFIG_VALUE_0'] = plant('fsmonitor');
    process.env['GIT_DIR'] = path.join(root, 'elsewhere');
    try {
      const answers = await askEverything();
      expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    } finally {
      process.env = before;
    }
    expect(readdirSync(markers)).toEqual([]);
  });

  test('an object that a partial clone lacks is not fetched', async () => {
    makeRepository();
    plainGit('config', 'uploadpack.allowFilter', 'true');
    const origin = repository();
    const clone = path.join(root, 'clone');
    execFileSync('git', [
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${origin}`,
      clone,
    ]);
    const inClone = (...args: string[]) => spawnSync('git', args, { cwd: clone, encoding: 'utf8' });
    inClone('config', 'remote.origin.uploadpack', plant('fetch'));
    inClone('config', 'protocol.allow', 'always');
    const options = { cwd: clone, trusted: true };
    const answer = await runGit('cat-file', ['blob', 'HEAD:./flags.json'], options);
    expect(answer.kind).toBe('failed');
    expect(existsSync(path.join(markers, 'fetch'))).toBe(false);
    inClone('cat-file', 'blob', 'HEAD:./flags.json');
    expect(existsSync(path.join(markers, 'fetch'))).toBe(true);
  });

  test('an untrusted folder: git is not started', async () => {
    makeRepository();
    const answer = await runGit('rev-parse', ['HEAD'], { cwd: repository(), trusted: false });
    expect(answer).toEqual({ kind: 'refused', reason: 'git is not started in untrusted folders.' });
  });

  test('a folder that is no repository: a reason, no exception', async () => {
    const answer = await runGit('rev-parse', ['HEAD'], { cwd: root, trusted: true });
    expect(answer).toMatchObject({ kind: 'failed' });
  });
});

describe('who last changed a definition', () => {
  const history = () => createDefinitionHistory(runGit);
  const span = { start: { line: 1, column: 2 }, end: { line: 1, column: 8 } };
  const request = (text: string) => ({
    root: repository(),
    trusted: true,
    file: 'flags.json',
    text,
    span,
  });

  test('the newest commit among its lines, also where the file has CRLF ends', async () => {
    makeRepository();
    plantAll();
    const expected = {
      kind: 'commit',
      author: 'Bo',
      authorTime: 1_710_000_000,
      summary: 'Roll out to 10 %',
    };
    expect(await history().lastChange(request('{\n  "a": 2\n}\n'))).toEqual(expected);
    expect(await history().lastChange(request('{\r\n  "a": 2\r\n}\r\n'))).toEqual(expected);
    expect(readdirSync(markers)).toEqual([]);
  });

  test('lines that are not committed are not attributed', async () => {
    makeRepository();
    expect(await history().lastChange(request('{\n  "b": 2\n}\n'))).toEqual({
      kind: 'unknown',
      reason: 'This file has changes that are not committed.',
    });
  });

  test('a new commit is seen', async () => {
    makeRepository();
    const kept = history();
    const before = await kept.lastChange(request('{\n  "a": 1\n}\n'));
    expect(before).toMatchObject({ kind: 'commit', summary: 'Add flags' });
    write('flags.json', '{\n  "a": 5\n}\n');
    plainGit('commit', '--quiet', '-am', 'Five');
    const after = await kept.lastChange(request('{\n  "a": 5\n}\n'));
    expect(after).toMatchObject({ kind: 'commit', summary: 'Five' });
  });

  test('a shallow clone does not blame its first commit', async () => {
    makeRepository();
    write('other.txt', 'x');
    plainGit('add', '.');
    plainGit('commit', '--quiet', '-m', 'Other');
    const clone = path.join(root, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository()}`, clone]);
    const answer = await history().lastChange({ ...request('{\n  "a": 1\n}\n'), root: clone });
    expect(answer).toEqual({
      kind: 'unknown',
      reason: 'The change is older than the history of this shallow clone.',
    });
  });

  test('a file that git does not know', async () => {
    makeRepository();
    const answer = await history().lastChange({ ...request(''), file: 'new.json' });
    expect(answer).toEqual({ kind: 'unknown', reason: 'This file is not committed.' });
  });
});

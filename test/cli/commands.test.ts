import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPath } from '../house/projectFiles';

const cli = projectPath('dist/cli.js');
const plan = projectPath('test/workspaces/shop/experiments/new_search.experiment.yaml');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly messages: string;
}

/** Runs the built command line as a process of its own. */
async function flaglab(
  argv: readonly string[],
  {
    cwd,
    whileRunning,
  }: { cwd?: string; whileRunning?: (child: ReturnType<typeof spawn>) => void } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...argv], { cwd });
  let output = '';
  let messages = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (messages += chunk));
  whileRunning?.(child);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output, messages };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flaglab-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a second scan uses what the first one kept, outside of what is scanned, and ends', async () => {
  const cache = path.join(folder, 'cache');
  const shop = projectPath('test/workspaces/shop');
  const argv = ['scan', shop, '--format', 'json', '--cache', cache];
  const first = await flaglab(argv);
  expect(first.code).toBe(0);
  expect(await readdir(path.join(cache, 'facts'))).toHaveLength(1);
  expect(await flaglab(argv)).toEqual(first);
  expect(await flaglab([...argv, '--verify-cache'])).toEqual(first);
  expect(await flaglab(['scan', shop, '--format', 'json', '--no-cache'])).toEqual(first);
});

test('a cache within what is scanned is refused', async () => {
  const inside = path.join(folder, 'scanned', 'cache');
  await mkdir(path.join(folder, 'scanned'));
  const { code, messages } = await flaglab(['scan', path.dirname(inside), '--cache', inside]);
  expect(code).toBe(2);
  expect(messages).toContain('which is scanned. Give a folder outside.');
});

const read = (key: string) =>
  `import { OpenFeature } from '@openfeature/server-sdk';\nawait OpenFeature.getClient().getBooleanValue('${key}', false);\n`;

describe('numbers', () => {
  test('size says what the README says', async () => {
    const { code, output } = await flaglab(['size', plan]);
    expect(code).toBe(0);
    expect(output.split('\n')[0]).toBe(
      'You need 234,340 users, 117,170 in each variant: 20 days at 12,000 users a day; run 21 to cover whole weeks.',
    );
  });

  test('simulate gives the same for the same seed, and something else for another', async () => {
    const run = (seed: string) =>
      flaglab(['simulate', plan, '--runs', '2000', '--seed', seed, '--format', 'json']);
    const [first, again, other] = await Promise.all([run('7'), run('7'), run('8')]);
    expect(first?.output).toBe(again?.output);
    expect(first?.output).not.toBe(other?.output);
  });
});

test('a report in Markdown has its pictures beside it, whatever it is called', async () => {
  const report = path.join(folder, 'launch (1) of *.md');
  const argv = ['simulate', plan, '--runs', '1000', '--format', 'markdown'];
  const whole = await flaglab([...argv, '--output', report]);
  expect(whole).toEqual({ code: 0, output: '', messages: '' });
  const text = await readFile(report, 'utf8');
  const links = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    // CommonMark 6.3: a link without angle brackets ends at a space, and has its parentheses in pairs.
    expect(link).toMatch(/^[^\s()*]+\.svg$/);
    const svg = await readFile(path.join(folder, decodeURIComponent(link)), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  }
  expect(await readdir(`${report}.assets`)).toHaveLength(links.length);
  expect((await flaglab(argv)).output).not.toContain('.svg');
});

describe('exit codes and streams', () => {
  test.each([
    ['no words', [], 2, /Usage: flaglab/],
    [
      'a folder that is not there',
      ['scan', 'nowhere'],
      2,
      /The folder nowhere cannot be read: it is not there/,
    ],
    ['a file as a folder', ['scan', plan], 2, /is a file\. Give the folder it is in/],
    [
      'a seed that is no number',
      ['simulate', plan, '--seed', 'abc'],
      2,
      /whole number from 0 to 4294967295/,
    ],
    [
      'an output that cannot be written',
      ['size', plan, '--output', 'no/such/folder/x'],
      2,
      /cannot be written/,
    ],
  ])('%s', async (_name, argv, code, message) => {
    const ended = await flaglab(argv, { cwd: folder });
    expect({ code: ended.code, output: ended.output }).toEqual({ code, output: '' });
    expect(ended.messages).toMatch(message);
  });

  test.each([
    ['a power of 1.2', 'power: 0.8', 'power: 1.2', /\d+:\d+: error: .*power/i],
    ['a baseline of 0', 'baseline: 0.052', 'baseline: 0', /\d+:\d+: error: .*baseline/i],
  ])('a plan with %s: its place and its range', async (_name, sound, broken, message) => {
    const file = path.join(folder, 'broken.experiment.yaml');
    await writeFile(file, (await readFile(plan, 'utf8')).replace(sound, broken));
    const ended = await flaglab(['size', file]);
    expect(ended.code).toBe(2);
    expect(ended.messages).toMatch(message);
  });

  test('an interrupted simulation says what it knows and ends with 130', async () => {
    const ended = await flaglab(['simulate', plan, '--runs', '5000000', '--format', 'json'], {
      whileRunning: (child) => void setTimeout(() => child.kill('SIGINT'), 1500),
    });
    expect(ended.code).toBe(process.platform === 'win32' ? null : 130);
    if (process.platform !== 'win32') expect(JSON.parse(ended.output)).toMatchObject({ seed: 1 });
  });

  test('a reader that has seen enough is no fault', async () => {
    const ended = await flaglab(['scan', projectPath('test/workspaces/shop'), '--format', 'json'], {
      whileRunning: (child) => child.stdout?.destroy(),
    });
    expect(ended).toMatchObject({ code: 0, messages: '' });
  });
});

describe('bad input', () => {
  test('gets a message with its place, and the rest still works', async () => {
    const root = path.join(folder, 'bad');
    await mkdir(path.join(root, 'inner'), { recursive: true });
    await writeFile(path.join(root, 'good.ts'), read('good'));
    await writeFile(path.join(root, 'crlf.ts'), read('crlf').replaceAll('\n', '\r\n'));
    await writeFile(path.join(root, 'empty.ts'), '');
    await writeFile(path.join(root, 'binary.ts'), Uint8Array.of(0, 1, 2, 255));
    await writeFile(path.join(root, 'latin1.ts'), Uint8Array.of(0x2f, 0x2f, 0xe9, 0x0a));
    await writeFile(path.join(root, 'broken.ts'), `${read('broken')}const x = ;\n`);
    await writeFile(path.join(root, 'comma.flagd.json'), '{\n  "flags": {},\n}');
    const huge = await open(path.join(root, 'huge.ts'), 'w');
    await huge.truncate(50_000_000);
    await huge.close();
    // Windows lets only administrators make links.
    if (process.platform !== 'win32') await symlink(root, path.join(root, 'inner', 'circle'));
    const ended = await flaglab(['scan', '.', '--format', 'json'], { cwd: root });
    const report = JSON.parse(ended.output);
    const keys = report.flags.map(({ key }: { key: string }) => key);
    const skipped = report.files.skipped.map(({ file }: { file: string }) => file);
    expect(ended.code).toBe(0);
    expect(keys).toEqual(['broken', 'crlf', 'good']);
    expect(skipped).toEqual(expect.arrayContaining(['binary.ts', 'huge.ts', 'latin1.ts']));
    expect(report.diagnostics).toMatchObject([
      { file: 'broken.ts', line: 3, code: 'source-not-parsed' },
      { file: 'comma.flagd.json', line: 3, column: 1, code: 'json-syntax' },
    ]);
  });
});

describe('results that cannot be read to their end', () => {
  test('12 GB of nothing: a message with the line at once, and report and plan stay as they were', async () => {
    const data = path.join(folder, 'huge.csv');
    const handle = await open(data, 'w');
    await handle.writeFile('variant,conversion\ncontrol,1\n');
    await handle.truncate(12_000_000_000);
    await handle.close();
    const copy = path.join(folder, 'huge.experiment.yaml');
    await writeFile(copy, await readFile(plan, 'utf8'));
    const report = path.join(folder, 'huge.html');
    await writeFile(report, 'from before');
    const words = ['--format', 'html', '--output', report, '--write-result'];
    const ended = await flaglab(['analyze', copy, data, ...words]);
    expect(ended).toMatchObject({ code: 2, output: '' });
    expect(ended.messages).toMatch(/huge\.csv:3:1: error: .*zero bytes.*Export it again/);
    expect(await readFile(report, 'utf8')).toBe('from before');
    expect(await readFile(copy, 'utf8')).toBe(await readFile(plan, 'utf8'));
  });

  // Windows has no such pipes, and no signals.
  if (process.platform !== 'win32')
    test('an interruption ends with 130 and writes nothing', async () => {
      const data = path.join(folder, 'endless.csv');
      execFileSync('mkfifo', [data]);
      const report = path.join(folder, 'endless.html');
      const input = createWriteStream(data);
      const rows = 'control,1\ntreatment,0\n'.repeat(50_000);
      const more = () => {
        while (input.write(rows));
      };
      input.on('drain', more);
      input.on('error', () => undefined);
      input.on('open', more);
      input.write('variant,conversion\n');
      const ended = await flaglab(['analyze', plan, data, '--format', 'html', '--output', report], {
        whileRunning: (child) => void setTimeout(() => child.kill('SIGINT'), 1500),
      });
      input.destroy();
      expect(ended).toMatchObject({ code: 130, output: '' });
      expect(ended.messages).toContain('Interrupted: nothing is said about data');
      await expect(readFile(report)).rejects.toMatchObject({ code: 'ENOENT' });
    });
});

describe('flaglab init', () => {
  test('writes a first flaglab.yaml that scan accepts, and never writes over one', async () => {
    const root = path.join(folder, 'fresh');
    await mkdir(root);
    await writeFile(path.join(root, 'a.ts'), read('a'));
    expect(await flaglab(['init'], { cwd: root })).toMatchObject({ code: 0, output: '' });
    const written = await readFile(path.join(root, 'flaglab.yaml'), 'utf8');
    expect(await flaglab(['scan'], { cwd: root })).toMatchObject({ code: 0, messages: '' });
    const again = await flaglab(['init'], { cwd: root });
    expect(again.code).toBe(2);
    expect(again.messages).toMatch(/is there already/);
    expect(await readFile(path.join(root, 'flaglab.yaml'), 'utf8')).toBe(written);
  });
});

test('the npm package runs from where it is unpacked', async () => {
  const child = spawn(
    process.execPath,
    [projectPath('dist/npm/cli.js'), 'scan', projectPath('test/workspaces/shop')],
    {
      cwd: folder,
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  await new Promise((resolve) => child.on('close', resolve));
  expect(output).toContain('one_click_checkout: on for 10 %');
});

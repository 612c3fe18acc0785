// Times the whole `flaglab scan` process beside ripgrep and ast-grep on the same tree, in the same run.
// usage: npm run bench:scan -- PATH [--runs N]     needs `rg` (Debian: ripgrep); ast-grep is installed into the cache folder.
// A report of medians and ratios, not a test: it never fails for being slow.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importBundled } from './importBundled.mjs';
import { cacheFolder } from '../tasks/cacheFolder.mjs';
import { installOnce } from '../tasks/installOnce.mjs';
import { runNpm } from '../tasks/npm.mjs';
import { inRepository } from '../tasks/repository.mjs';
import { measured, median } from './measureProcess.mjs';

const astGrepVersion = '0.51.1';
const sourceEndings = ['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'py', 'go', 'java', 'kt', 'cs'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' } },
});
const root = positionals[0];
const runs = Number(values.runs);
if (root === undefined || !existsSync(root) || !(runs >= 5)) {
  console.error('usage: npm run bench:scan -- PATH [--runs N]     N is 5 or more');
  process.exit(2);
}

/** The names Flaglab looks for: what the other programs are given too. */
async function tokens() {
  const { tellingNames } = await importBundled(
    `export { tellingNames } from './src/core/flags/reads/telling';`,
  );
  const packages = tellingNames.packages.map((/** @type {string} */ name) =>
    name.replace(/^[a-z]+:/, '').replace(/\*.*$/, ''),
  );
  const calls = [...tellingNames.reads, ...tellingNames.elements, ...tellingNames.flagBags];
  return { packages: [...new Set(packages)], calls: [...new Set(calls)] };
}

async function astGrep() {
  const folder = await installOnce({
    folder: path.join(cacheFolder(), 'bench', `ast-grep-${astGrepVersion}`),
    title: `ast-grep ${astGrepVersion}`,
    expectation: 'about 40 MB',
    async install(partial) {
      await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
      await runNpm({
        purpose: 'Installing ast-grep',
        cwd: partial,
        args: ['install', `@ast-grep/cli@${astGrepVersion}`],
      });
    },
  });
  return path.join(folder, 'node_modules', '.bin', 'ast-grep');
}

/** One rule a language: a call whose last name is one of those that read flags. */
async function writeRules(/** @type {string} */ file, /** @type {readonly string[]} */ calls) {
  const names = `^(${calls.join('|')})$`;
  const rules = [
    ['TypeScript', 'call_expression', 'property_identifier'],
    ['Tsx', 'call_expression', 'property_identifier'],
    ['JavaScript', 'call_expression', 'property_identifier'],
    ['Python', 'call', 'identifier'],
    ['Go', 'call_expression', 'field_identifier'],
    ['Java', 'method_invocation', 'identifier'],
    ['Kotlin', 'call_expression', 'simple_identifier'],
    ['CSharp', 'invocation_expression', 'identifier'],
  ].map(([language, call, name]) =>
    JSON.stringify({
      id: `reads-${language}`,
      language,
      rule: {
        kind: call,
        any: [
          { has: { kind: 'identifier', regex: names } },
          { has: { has: { kind: name, regex: names } } },
        ],
      },
    }),
  );
  await writeFile(file, `${rules.join('\n---\n')}\n`);
}

/** A copy of the tree with as many source files again, none of which mentions a flag. */
async function doubled(/** @type {string} */ folder) {
  const target = path.join(folder, 'doubled');
  await cp(/** @type {string} */ (root), target, {
    recursive: true,
    filter: (from) => !/(^|\/)(\.git|node_modules)(\/|$)/.test(from.slice(root?.length)),
  });
  const names = await readdir(target, { recursive: true });
  const sources = names.filter((name) => sourceEndings.includes(name.split('.').at(-1) ?? ''));
  let number = 0;
  for (const name of sources) {
    const text = await readFile(path.join(target, name), 'utf8');
    const plain = text.replaceAll(/[A-Za-z_$][\w$]{3,}/g, (word) => `w${word.length}`);
    const file = path.join(target, 'zz-plain', String(number % 97), `file${number++}.ts`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, plain);
  }
  return { target, sources: sources.length };
}

const seconds = (/** @type {number} */ value) => `${value.toFixed(3)} s`;

const work = await mkdtemp(path.join(tmpdir(), 'flaglab-bench-'));
try {
  const { packages, calls } = await tokens();
  const tokenFile = path.join(work, 'tokens.txt');
  await writeFile(tokenFile, `${[...packages, ...calls].join('\n')}\n`);
  const ruleFile = path.join(work, 'rules.yml');
  await writeRules(ruleFile, calls);
  const cli = inRepository('dist', 'cli.js');
  const cache = path.join(work, 'cache');
  const twice = await doubled(work);

  /** @type {readonly (readonly [string, string, readonly string[]])[]} */
  const commands = [
    [
      'flaglab scan --no-cache',
      process.execPath,
      [cli, 'scan', root, '--no-cache', '--format', 'json'],
    ],
    [
      'flaglab scan, second start',
      process.execPath,
      [cli, 'scan', root, '--cache', cache, '--format', 'json'],
    ],
    [
      'flaglab scan --no-cache, twice the files',
      process.execPath,
      [cli, 'scan', twice.target, '--no-cache', '--format', 'json'],
    ],
    ['rg -l, the same tokens', 'rg', ['-l', '-F', '-f', tokenFile, root]],
    [
      'ast-grep scan, the same calls',
      await astGrep(),
      ['scan', '--rule', ruleFile, root, '--json=stream'],
    ],
  ];

  // Warm the disk, and fill the cache.
  for (const [, program, args] of commands) await measured(program, args);
  /** @type {Map<string, { seconds: number, peakBytes: number }[]>} */
  const results = new Map(commands.map(([name]) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, program, args] of commands) {
      results.get(name)?.push(await measured(program, args));
    }
  }
  const medians = new Map(
    [...results].map(([name, all]) => [
      name,
      {
        seconds: median(all.map((one) => one.seconds)),
        peakBytes: Math.max(...all.map((one) => one.peakBytes)),
      },
    ]),
  );
  const own = medians.get('flaglab scan --no-cache')?.seconds ?? Number.NaN;
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
  console.log(`${root}: ${twice.sources} source files; medians of ${runs} runs, in turn\n`);
  console.log('| process | median | of flaglab scan --no-cache | peak memory |');
  console.log('| --- | --- | --- | --- |');
  for (const [name, one] of medians) {
    const ratio = (one.seconds / own).toFixed(2);
    const memory = one.peakBytes > 0 ? `${Math.round(one.peakBytes / 1e6)} MB` : 'not measured';
    console.log(`| ${name} | ${seconds(one.seconds)} | ${ratio} | ${memory} |`);
  }
  const ratioTo = (/** @type {string} */ name) =>
    (own / (medians.get(name)?.seconds ?? Number.NaN)).toFixed(2);
  console.log(`\nflaglab / rg: ${ratioTo('rg -l, the same tokens')} (at most 15 wanted)`);
  console.log(
    `flaglab / ast-grep: ${ratioTo('ast-grep scan, the same calls')} (at most 0.25 wanted)`,
  );
} finally {
  await rm(work, { recursive: true, force: true });
}

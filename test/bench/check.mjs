// Times the whole `flaglab check` process beside `flaglab scan` and git itself on the same repository, in the same run.
// usage: npm run bench:check -- PATH [--runs N] [--since REF] [--make FLAGS]
// --make: PATH is a new folder, in which a repository of 20,000 commits, 5,000 files and that many flags is made first.
// What check takes beyond scan is the history: of definitions (issue: under 3 times git's own log of these files) and of last reads (under
// 1.5 times git's own log of source files). A report of medians and ratios, not a test: it never fails for being slow. Processor time counts all processes: on a
// busy machine it is the figure to compare.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository } from '../tasks/repository.mjs';
import { makeRepository } from './madeRepository.mjs';
import { measured, median } from './measureProcess.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    since: { type: 'string' },
    make: { type: 'string' },
  },
});
const root = positionals[0];
const runs = Number(values.runs);
if (root !== undefined && values.make !== undefined && !existsSync(root))
  await makeRepository(root, { flags: Number(values.make), files: 5_000, commits: 20_000 });
if (root === undefined || !existsSync(path.join(root, '.git')) || !(runs >= 1)) {
  console.error(
    'usage: npm run bench:check -- PATH [--runs N] [--since REF] [--make FLAGS]     PATH is a git repository',
  );
  process.exit(2);
}

const cli = inRepository('dist/cli.js');
const cache = await mkdtemp(path.join(tmpdir(), 'flaglab-bench-'));
const checked = ['check', root, '--fail-on', 'none', '--format', 'json'];

/** @returns {readonly string[]} the files that define flags, as a first run finds them */
function definitionFiles() {
  const { stdout } = spawnSync(process.execPath, [cli, ...checked, '--cache', cache], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { flags } = JSON.parse(stdout);
  console.log(`${flags.length} flags`);
  return [
    ...new Set(
      flags.flatMap((/** @type {{ evidence: { definitions: { file: string }[] } }} */ flag) =>
        flag.evidence.definitions.map(({ file }) => file),
      ),
    ),
  ];
}

/**
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 */
async function timed(name, program, args) {
  const results = [];
  for (let run = 0; run < runs; run++) results.push(await measured(program, args));
  const seconds = median(results.map((result) => result.seconds));
  const spent = median(results.map(({ processorSeconds }) => processorSeconds));
  const megabytes = Math.max(...results.map(({ peakBytes }) => peakBytes)) / 1e6;
  console.log(
    `${name.padEnd(44)} ${seconds.toFixed(2).padStart(8)} s ${spent.toFixed(2).padStart(8)} s of processor ${megabytes.toFixed(0).padStart(6)} MB`,
  );
  return { seconds, spent };
}

/** @param {string} name @param {readonly string[]} args */
const flaglab = (name, args) => timed(name, process.execPath, [cli, ...args]);
const log = ['-C', root, 'log', '-p', '--no-color', '--first-parent', '-m'];

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, medians of ${runs}`);
const files = definitionFiles();
const ofDefinitions = await timed('git log -p -M -- definition files', 'git', [
  ...log,
  '-M',
  '--',
  ...files,
]);
const ofSource = await timed('git log -p -- source files', 'git', [
  ...log,
  '--',
  '*.ts',
  '*.tsx',
  '*.js',
  '*.py',
  '*.go',
  '*.java',
  '*.kt',
  '*.cs',
  '*.rb',
  '*.php',
]);
const scan = await flaglab('flaglab scan', ['scan', root, '--no-cache']);
const check = await flaglab('flaglab check', [...checked, '--no-cache']);
const second = await flaglab('flaglab check, from its cache', [...checked, '--cache', cache]);
for (const [name, of] of /** @type {const} */ ([
  ['wall clock', 'seconds'],
  ['processor', 'spent'],
])) {
  const bound = 3 * ofDefinitions[of] + 1.5 * ofSource[of];
  console.log(
    `${name}: history (check without scan) ${(check[of] - scan[of]).toFixed(2)} s, bound 3 × definitions + 1.5 × source ${bound.toFixed(2)} s; second run ${(second[of] / check[of]).toFixed(2)} of the first, bound 0.20`,
  );
}
if (values.since !== undefined) {
  await timed('git diff', 'git', ['-C', root, 'diff', values.since]);
  await flaglab(`flaglab check --since ${values.since}`, [
    ...checked,
    '--since',
    values.since,
    '--no-cache',
  ]);
  await flaglab(`the same, from the cache`, [
    ...checked,
    '--since',
    values.since,
    '--cache',
    cache,
  ]);
}
await rm(cache, { recursive: true });

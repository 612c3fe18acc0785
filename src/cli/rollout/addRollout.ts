import type { Command } from 'commander';
import { parseReleaseChange, type ReleaseChange } from '../../core/rollout/release/releaseChange';
import type { RolloutSource } from '../../core/rollout/read/readRollout';
import { joinWorlds, type RolloutWorld } from '../../core/rollout/release/rolloutWorld';
import { readWorldOption, worldHelp } from '../../core/rollout/release/worldOptions';
import type { CliPorts } from '../cliPorts';
import type { AnalyzeFormat, CommandResult } from '../commandResult';
import { readText } from '../readText';
import { UserError } from '../userError';
import { parseTraffic, runRollout } from './rolloutCommand';

/** Makes the error by which an argument is refused; the program's library has one importer, which hands it in. */
type Refuse = (message: string) => Error;

interface GivenWorld {
  readonly world: RolloutWorld;
  readonly words: readonly string[];
}

interface RolloutOptions {
  readonly format: AnalyzeFormat;
  readonly output: string;
  readonly traffic?: number;
  readonly release: readonly ReleaseChange[];
  readonly with: GivenWorld;
  readonly compare?: true;
  readonly launches: number;
  readonly releasesPerYear: number;
  readonly shareBad: number;
  readonly seed: number;
}

function number(
  refuse: Refuse,
  {
    least,
    most,
    isWhole = true,
  }: { readonly least: number; readonly most: number; readonly isWhole?: boolean },
): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const isNumber = (isWhole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text);
    if (isNumber && value >= least && value <= most) return value;
    throw refuse(`It must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`);
  };
}

function traffic(text: string, refuse: Refuse): number {
  const rate = parseTraffic(text);
  if (rate !== null) return rate;
  throw refuse('Write 100rps or 6000rpm.');
}

function release(
  text: string,
  before: readonly ReleaseChange[],
  refuse: Refuse,
): readonly ReleaseChange[] {
  const change = parseReleaseChange(text);
  if (change !== null) return [...before, change];
  throw refuse(
    'Write error-rate=1%, error-rate=+0.5%, latency-p99=800ms, latency-p99=x1.5 or saturation=0.9.',
  );
}

function withWorld(text: string, before: GivenWorld, refuse: Refuse): GivenWorld {
  const reading = readWorldOption(text);
  if (reading.kind === 'invalid') throw refuse(`Write ${reading.expected}.`);
  return {
    world: joinWorlds(before.world, reading.world),
    words: [...before.words, reading.words],
  };
}

/** Adds `flaglab rollout FILE...`; `done` writes the report. */
export function addRollout(
  program: Command,
  ports: CliPorts,
  {
    refuse,
    done,
  }: {
    readonly refuse: Refuse;
    readonly done: (result: CommandResult, output: string) => Promise<void>;
  },
): void {
  program
    .command('rollout')
    .argument(
      '<files...>',
      'a manifest with rollouts or a plan with launch:, then files with templates it names',
    )
    .description('what a canary catches, how soon, and whom a bad release hurts before')
    .option('--traffic <rate>', 'requests a second, old and new version together: 100rps', (text) =>
      traffic(text, refuse),
    )
    .option(
      '--release <change>',
      'the release under test; a signed level is added',
      (text: string, before: readonly ReleaseChange[]) => release(text, before, refuse),
      [],
    )
    .option(
      '--with <what>',
      'faults, noise, telemetry and traffic as they may be (below); repeatable',
      (text: string, before: GivenWorld) => withWorld(text, before, refuse),
      { world: {}, words: [] },
    )
    .option('--compare', 'beside other strategies, and what would fix it')
    .addOption(
      program
        .createOption('--launches <n>', 'simulated launches')
        .argParser(number(refuse, { least: 1, most: 1_000_000 }))
        .default(2000),
    )
    .addOption(
      program
        .createOption('--releases-per-year <n>', 'for false aborts a year')
        .argParser(number(refuse, { least: 0, most: 1_000_000 }))
        .default(100),
    )
    .addOption(
      program
        .createOption('--share-bad <share>', 'share of releases that are bad, 0 to 1')
        .argParser(number(refuse, { least: 0, most: 1, isWhole: false }))
        .default(0.1),
    )
    .addOption(
      program
        .createOption('--seed <n>', 'same file and seed: same result')
        .argParser(number(refuse, { least: 0, most: 4_294_967_295 }))
        .default(1),
    )
    .addOption(
      program
        .createOption('--format <format>', 'how to write the report')
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .option('--output <file>', 'where to write it; - is the standard output', '-')
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab rollout canary.yaml --traffic 100rps --release error-rate=1%\n  flaglab rollout rollout.yaml analysis.yaml --compare --format markdown\n  flaglab rollout experiments/checkout.experiment.yaml --with onset=10m --with daily=60%@14:00/9:00\n\nWith:\n' +
        worldHelp.map(({ example, help }) => `  ${example.padEnd(34)} ${help}`).join('\n'),
    )
    .action(async (files: readonly string[], options: RolloutOptions) => {
      await done(await rollout(files, options, ports), options.output);
    });
}

async function rollout(
  files: readonly string[],
  { output, release: changes, traffic: rate, compare, with: given, ...options }: RolloutOptions,
  ports: CliPorts,
): Promise<CommandResult> {
  const same = files.find((file) => output !== '-' && ports.isSameFile(file, output));
  if (same !== undefined)
    throw new UserError(`${output} is a manifest: give another file for the report.`);
  const sources: RolloutSource[] = [];
  for (const file of files) {
    sources.push({ file: file.replaceAll('\\', '/'), text: await readText(file, ports) });
  }
  const [source, ...others] = sources;
  if (source === undefined) throw new UserError('Give a file with a rollout.');
  return runRollout({
    source,
    others,
    settings: await settingsFor(source.file, ports),
    changes,
    requestsPerSecond: rate ?? null,
    world: given.world,
    worldWords: given.words,
    compare: compare === true,
    signal: ports.signal,
    version: ports.version,
    ...options,
  });
}

/** The nearest `flaglab.yaml`: beside the file, in the folders above it that are named, or here. */
async function settingsFor(file: string, ports: CliPorts): Promise<RolloutSource | null> {
  const folders = file.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const path = [...folders.slice(0, depth), 'flaglab.yaml'].join('/');
    const isThere = await ports.readFile(path).then(
      () => true,
      () => false,
    );
    if (isThere) return { file: path, text: await readText(path, ports) };
  }
  return null;
}

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CliPorts } from './cliPorts';
import { type AnalysisTest, analysisTests } from '../core/experiment/analysis/tests/registry';
import { questions, type SolveFor } from '../core/experiment/size/solveFor';
import { type PlannerToolId, plannerToolIds } from '../core/experiment/size/tools/plannerTool';
import { analysisRules } from '../core/simulate/rules/registry';
import { runAnalyze } from './analyze/analyzeCommand';
import type {
  AnalyzeFormat,
  SimulateFormat,
  CommandResult,
  ExitCode,
  ScanFormat,
  SizeFormat,
} from './commandResult';
import { checkCommand } from './check/checkCommand';
import { failOnOf } from './check/failOn';
import { dayOf } from '../core/model/dayOf';
import { checkExporters } from '../core/report/check/registry';
import type { CacheRequest } from './indexFolder';
import { benchCommand } from './bench/benchCommand';
import { initCommand } from './init/initCommand';
import { readText } from './readText';
import { addRollout } from './rollout/addRollout';
import { scanCommand } from './scan/scanCommand';
import { runSimulate } from './simulate';
import { runSize } from './size';
import { addTraffic } from './traffic/addTraffic';
import { UserError } from './userError';

interface ScanOptions {
  readonly format: ScanFormat;
  readonly output: string;
  /** A folder, or false for none. */
  readonly cache?: string | false;
  readonly verifyCache?: boolean;
}

interface SizeOptions {
  readonly format: SizeFormat;
  readonly output: string;
  readonly solveFor: SolveFor;
  readonly match?: PlannerToolId;
}

interface SimulateOptions {
  readonly format: SimulateFormat;
  readonly output: string;
  readonly runs?: number;
  readonly error?: number;
  readonly seed: number;
  readonly threads: number;
  readonly rule?: readonly string[];
}

interface AnalyzeOptions {
  readonly format: AnalyzeFormat;
  readonly output: string;
  readonly groupBy?: 'unit';
  readonly test: Readonly<Record<string, AnalysisTest>>;
  readonly seed: number;
  readonly writeResult?: true;
}

/** The most a random stream can be seeded with: 2^32 - 1. */
const largestSeed = 4_294_967_295;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function withReport(command: Command, formats: readonly string[] = ['text', 'json']): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how to write the report').choices(formats).default('text'),
    )
    .option('--output <file>', 'where to write it; - is the standard output', '-');
}

/** Writes a command's report and messages to where the user wants them. */
async function deliver(result: CommandResult, output: string, ports: CliPorts): Promise<ExitCode> {
  for (const message of result.messages) ports.writeMessage(`${message}\n`);
  if (output === '-') ports.writeOutput(result.output);
  // Where there is no report, the one from before stays.
  else if (result.output !== '') {
    await deliverPictures(result, `${output}.assets`, ports);
    await ports.writeFile(output, result.output, { replace: true });
  }
  return result.exitCode;
}

/** Before the report that shows them: it never shows what is not there. */
async function deliverPictures(
  { pictures = [] }: CommandResult,
  folder: string,
  ports: CliPorts,
): Promise<void> {
  if (pictures.length > 0) await ports.makeFolder(folder);
  for (const { fileName, svg } of pictures) {
    await ports.writeFile(`${folder}/${fileName}`, svg, { replace: true });
  }
}

/** A report never takes the place of the plan it is about. */
function refuseSameFile(plan: string, output: string, ports: CliPorts): void {
  if (output === '-' || !ports.isSameFile(plan, output)) return;
  throw new UserError(`${output} is the plan itself: give another file for the report.`);
}

type Report = (code: ExitCode) => void;

type CacheOptions = Pick<ScanOptions, 'cache' | 'verifyCache'>;

function withCache(command: Command): Command {
  return command
    .option('--cache <dir>', 'where to keep what was found (default: with other caches of yours)')
    .option('--no-cache', 'find everything anew, and keep nothing')
    .option('--verify-cache', 'look into files even if size and time of change are as before');
}

function cacheRequest({ cache, verifyCache = false }: CacheOptions): CacheRequest {
  if (cache !== false) return { kind: 'kept', folder: cache ?? null, verify: verifyCache };
  if (verifyCache)
    throw new UserError('With --no-cache there is nothing that --verify-cache could verify.');
  return { kind: 'none' };
}

function addScan(program: Command, ports: CliPorts, report: Report): void {
  const command = program
    .command('scan')
    .argument('[path...]', 'the folders to scan (default: ".")');
  withCache(withReport(command, ['text', 'json', 'csv']))
    .description('list flags with their definitions and every place that reads them')
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab scan\n  flaglab scan ../shop --format json --output flags.json\n  flaglab scan web server --format csv',
    )
    .action(async (paths: readonly string[], options: ScanOptions) => {
      const { format, output } = options;
      const folders = paths.length > 0 ? paths : ['.'];
      const request = { paths: folders, format, cache: cacheRequest(options) };
      report(await deliver(await scanCommand(request, ports), output, ports));
    });
}

interface CheckOptions extends CacheOptions {
  readonly format: string;
  readonly output: string;
  readonly since?: string;
  readonly now?: string;
  readonly baseline?: string;
  readonly failOn: string;
}

function calendarDay(text: string): string {
  if (dayOf(text) === text) return text;
  throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.');
}

function addCheck(program: Command, ports: CliPorts, report: Report): void {
  const command = program.command('check').argument('[path]', 'the folder to check', '.');
  const formats = checkExporters.map(({ id }) => id);
  withCache(withReport(command, formats))
    .description('which flags are stale, why, what to keep, and what stands in the way')
    .option(
      '--since <ref>',
      'what the files at hand do to flags since they left this branch, tag or commit',
    )
    .addOption(
      new Option('--now <date>', 'the day to judge by, instead of today').argParser(calendarDay),
    )
    .option('--baseline <file>', 'findings of a former JSON report are not told again')
    .addOption(
      new Option('--fail-on <level>', 'error, warning, note, none, or the id of a rule').default(
        'error',
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab check\n  flaglab check --since origin/main --format markdown\n  flaglab check --format sarif --output flaglab.sarif --fail-on warning\n\nExit codes: 0 fine, 1 a finding at or above --fail-on, 2 usage, configuration or an unreadable repository.',
    )
    .action(async (path: string, options: CheckOptions) => {
      const { output, failOn, cache, verifyCache, ...others } = options;
      const kept = cacheRequest({
        ...(cache !== undefined && { cache }),
        verifyCache: verifyCache ?? false,
      });
      const request = { path, failOn: failOnOf(failOn), cache: kept, ...others };
      report(await deliver(await checkCommand(request, ports), output, ports));
    });
}

function addSize(program: Command, ports: CliPorts, report: Report): void {
  withReport(
    program.command('size').argument('<plan>', 'a plan file: experiments/<flag>.experiment.yaml'),
    ['text', 'json', 'markdown'],
  )
    .description('how many users an experiment needs, and for how long')
    .addOption(
      new Option('--solve-for <question>', 'what to compute; the plan gives the rest')
        .choices(questions)
        .default('sample-size'),
    )
    .addOption(
      new Option('--match <tool>', "the size by another planner's definition").choices(
        plannerToolIds,
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab size experiments/one_click_checkout.experiment.yaml\n  flaglab size experiments/one_click_checkout.experiment.yaml --solve-for power\n  flaglab size experiments/one_click_checkout.experiment.yaml --match evan-miller',
    )
    .action(async (plan: string, { output, ...question }: SizeOptions) => {
      refuseSameFile(plan, output, ports);
      const planText = await readText(plan, ports);
      report(
        await deliver(
          runSize({ planFile: plan, planText, ...question, version: ports.version }),
          output,
          ports,
        ),
      );
    });
}

function addSimulate(program: Command, ports: CliPorts, report: Report): void {
  const command = withReport(
    program
      .command('simulate')
      .argument('<plan>', 'a plan file: experiments/<flag>.experiment.yaml'),
    ['text', 'json', 'markdown', 'html', 'csv'],
  );
  command
    .description('draw synthetic users day by day and test as the plan says')
    .addOption(
      new Option('--runs <n>', 'simulated launches (default: 10000)').argParser(
        wholeNumber(1, 10_000_000),
      ),
    )
    .addOption(
      new Option(
        '--error <share>',
        'as many launches as it takes to know power and false alarms to ± this',
      )
        .argParser(errorShare)
        .conflicts('runs'),
    )
    .addOption(
      new Option('--seed <n>', 'same plan, runs and seed: same result')
        .argParser(wholeNumber(0, largestSeed))
        .default(1),
    )
    .addOption(threadsOption())
    .addOption(
      new Option(
        '--rule <names...>',
        "rules to compare with the plan's own on the same launches",
      ).choices(analysisRules.map(({ id }) => id)),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab simulate experiments/one_click_checkout.experiment.yaml --runs 20000 --seed 7\n  flaglab simulate experiments/one_click_checkout.experiment.yaml --error 0.005 --rule group-sequential growthbook',
    )
    .action(async (plan: string, options: SimulateOptions) => {
      report(await simulate(plan, options, ports));
    });
}

/** With an error to reach, the most launches there are; else this many. */
const mostRuns = 10_000_000;
const usualRuns = 10_000;

async function simulate(
  plan: string,
  { format, output, runs, error, seed, threads, rule = [] }: SimulateOptions,
  ports: CliPorts,
): Promise<ExitCode> {
  refuseSameFile(plan, output, ports);
  const planText = await readText(plan, ports);
  const result = await runSimulate({
    planFile: plan,
    planText,
    format,
    runs: runs ?? (error === undefined ? usualRuns : mostRuns),
    ...(error !== undefined && { error }),
    seed,
    rules: rule,
    threads,
    ...(output !== '-' && { outputName: output.split(/[\\/]/).at(-1) ?? output }),
    startThread: ports.startSimulationThread,
    version: ports.version,
    signal: ports.signal,
    onProgress: (done, planned) => showProgress(done, error === undefined ? planned : null, ports),
  });
  if (ports.isTerminal) ports.writeMessage('\r\u001B[K');
  return await deliver(result, output, ports);
}

function errorShare(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0.0005 && value <= 0.2) return value;
  throw new InvalidArgumentError('It must be a number from 0.0005 to 0.2.');
}

function threadsOption(): Option {
  return new Option('--threads <n>', 'threads that draw; the result is the same for any number')
    .argParser(wholeNumber(1, 64))
    .default(1);
}

const barWidth = 30;

/** `[=====>     ] 23 % of 10000 launches`; without an end in sight the launches so far. */
function showProgress(done: number, planned: number | null, ports: CliPorts): void {
  if (!ports.isTerminal) return;
  if (planned === null) {
    ports.writeMessage(`\r${done} launches`);
    return;
  }
  const filled = Math.floor((barWidth * done) / planned);
  const bar = `${'='.repeat(filled)}${' '.repeat(barWidth - filled)}`;
  ports.writeMessage(`\r[${bar}] ${Math.floor((100 * done) / planned)} % of ${planned} launches`);
}

function addBench(program: Command, ports: CliPorts, report: Report): void {
  program
    .command('bench', { hidden: true })
    .argument('<case>', 'a case of the speed comparison')
    .description('time one question that numpy and R are asked too')
    .addOption(threadsOption())
    .action(async (id: string, { threads }: { readonly threads: number }) => {
      const { version, startSimulationThread: startThread } = ports;
      report(await deliver(await benchCommand(id, { threads, startThread, version }), '-', ports));
    });
}

/** Collects `--test METRIC=TEST`. */
function otherTest(
  text: string,
  before: Readonly<Record<string, AnalysisTest>>,
): Readonly<Record<string, AnalysisTest>> {
  const at = text.lastIndexOf('=');
  const test = analysisTests.find((name) => name === text.slice(at + 1));
  if (at > 0 && test !== undefined) return { ...before, [text.slice(0, at)]: test };
  throw new InvalidArgumentError(
    `Write METRIC=TEST, for example conversion=fisher-exact. Tests: ${analysisTests.join(', ')}.`,
  );
}

function addAnalyze(program: Command, ports: CliPorts, report: Report): void {
  withReport(
    program
      .command('analyze')
      .argument('<plan>', 'a plan file: experiments/<flag>.experiment.yaml')
      .argument('<data>', 'a CSV file: variant,users,<metric>, or a row a user'),
    ['text', 'json', 'markdown', 'html'],
  )
    .description('what the results say, tested as the plan says')
    .addOption(
      new Option('--group-by <what>', 'put rows of one unit together that stand apart').choices([
        'unit',
      ]),
    )
    .option('--test <metric=test>', "another test than the plan's", otherTest, {})
    .addOption(
      new Option('--seed <n>', 'for the bootstrap')
        .argParser(wholeNumber(0, largestSeed))
        .default(1),
    )
    .option('--write-result', 'write the decision into the plan, as its result')
    .addHelpText(
      'after',
      '\nExamples:\n  flaglab analyze experiments/one_click_checkout.experiment.yaml results.csv\n  flaglab analyze experiments/one_click_checkout.experiment.yaml results.csv --format html --output report.html',
    )
    .action(async (plan: string, data: string, options: AnalyzeOptions) => {
      report(await analyze(plan, data, { options, ports }));
    });
}

async function analyze(
  plan: string,
  data: string,
  { options, ports }: { readonly options: AnalyzeOptions; readonly ports: CliPorts },
): Promise<ExitCode> {
  const { output, format } = options;
  refuseSameFile(plan, output, ports);
  if (output !== '-' && ports.isSameFile(data, output)) {
    throw new UserError(`${output} holds the data: give another file for the report.`);
  }
  const planText = await readText(plan, ports);
  let shown = 0;
  const result = await runAnalyze({
    planFile: plan,
    planText,
    dataFile: data,
    data: ports.readChunks(data),
    format,
    groupByUnit: options.groupBy === 'unit',
    tests: options.test,
    seed: options.seed,
    writeResultOn: options.writeResult === true ? ports.today() : null,
    version: ports.version,
    signal: ports.signal,
    onProgress: (rows) => {
      if (!ports.isTerminal || rows < shown + 500_000) return;
      shown = rows;
      ports.writeMessage(`\r${rows} rows`);
    },
  });
  if (ports.isTerminal) ports.writeMessage('\r\u001B[K');
  const exitCode = await deliver(result, output, ports);
  // Last, so that a report that cannot be written leaves the plan as it was.
  if (result.changedPlan !== null) {
    await ports.writeFile(plan, result.changedPlan, { replace: true });
  }
  return exitCode;
}

function addInit(program: Command, ports: CliPorts, report: Report): void {
  program
    .command('init')
    .argument('[path]', 'the folder to set up', '.')
    .description('write a first flaglab.yaml from what is found')
    .action(async (path: string) => {
      report(await deliver(await initCommand({ path }, ports), '-', ports));
    });
}

function createProgram(ports: CliPorts, report: Report): Command {
  const program = new Command('flaglab')
    .description(
      'Feature flags, offline: who gets them, where they are read, and what an experiment on them takes.',
    )
    .version(ports.version)
    .showSuggestionAfterError()
    .showHelpAfterError('Run flaglab --help for what there is.')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 a finding (check), 2 usage or configuration, 3 a fault of Flaglab, 130 interrupted.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.writeOutput(text),
      writeErr: (text) => ports.writeMessage(text),
    });
  for (const add of [addScan, addCheck, addSize, addSimulate, addBench, addAnalyze, addInit])
    add(program, ports, report);
  const done = async (result: CommandResult, output: string) =>
    report(await deliver(result, output, ports));
  addTraffic(program, ports, done);
  addRollout(program, ports, { refuse: (message) => new InvalidArgumentError(message), done });
  return program;
}

function exitCodeOf(error: unknown, ports: CliPorts): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    ports.writeMessage(`${error.message}\n`);
    return 2;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  ports.writeMessage(`Flaglab failed, which is its own fault: ${details}\n`);
  return 3;
}

/**
 * Runs the command line: `argv` are the words after the program's name. Data goes to `writeOutput`, messages to `writeMessage`.
 * Never rejects.
 */
export async function run(argv: readonly string[], ports: CliPorts): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  try {
    const program = createProgram(ports, (code) => {
      exitCode = code;
    });
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, ports);
  }
}

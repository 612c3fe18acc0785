import type { Command } from 'commander';
import type { CliPorts } from '../cliPorts';
import type { CommandResult, OutputFormat } from '../commandResult';
import { readText } from '../readText';
import { UserError } from '../userError';
import { runTraffic } from './trafficCommand';

interface TrafficOptions {
  readonly format: OutputFormat;
  readonly output: string;
  readonly writeInto?: string;
}

/** A row a day is some 20 bytes: this is more than a century of them. */
const mostBytes = 5_000_000;

/** Adds `flaglab traffic COUNTS`; `done` writes the report. */
export function addTraffic(
  program: Command,
  ports: CliPorts,
  done: (result: CommandResult, output: string) => Promise<void>,
): void {
  program
    .command('traffic')
    .argument('<counts>', 'a CSV file with a row a day: 2027-03-01,1234')
    .description("a plan's traffic from counts of past days: level and weekday pattern")
    .option('--write-into <plan>', 'write it into this plan file')
    .addOption(
      program
        .createOption('--format <format>', 'how to write the report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--output <file>', 'where to write it; - is the standard output', '-')
    .addHelpText(
      'after',
      '\nExample:\n  flaglab traffic visits.csv --write-into experiments/one_click_checkout.experiment.yaml',
    )
    .action(async (counts: string, options: TrafficOptions) => {
      await traffic(counts, options, { ports, done });
    });
}

async function traffic(
  countsFile: string,
  { format, output, writeInto }: TrafficOptions,
  { ports, done }: { readonly ports: CliPorts; readonly done: Parameters<typeof addTraffic>[2] },
): Promise<void> {
  const inputs = [countsFile, ...(writeInto === undefined ? [] : [writeInto])];
  if (output !== '-' && inputs.some((input) => ports.isSameFile(input, output))) {
    throw new UserError(`${output} is read here: give another file for the report.`);
  }
  const counts = await ports.readFile(countsFile);
  if (counts.length > mostBytes) {
    throw new UserError(
      `${countsFile} has ${counts.length} bytes; a row a day takes ${mostBytes} at most.`,
    );
  }
  const plan =
    writeInto === undefined ? null : { file: writeInto, text: await readText(writeInto, ports) };
  const result = runTraffic({ countsFile, counts, plan, format, version: ports.version });
  await done(result, output);
  // Last, so that a report that cannot be written leaves the plan as it was.
  if (plan !== null && result.changedPlan !== null) {
    await ports.writeFile(plan.file, result.changedPlan, { replace: true });
  }
}

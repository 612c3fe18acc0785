import type { CliPorts } from '../cliPorts';
import type { CommandResult, OutputFormat } from '../commandResult';
import { indexFolder } from '../indexFolder';
import { scanJson } from './scanJson';
import { scanText } from './scanText';

export interface ScanRequest {
  /** The folder to scan, as the user gave it. */
  readonly path: string;
  readonly format: OutputFormat;
}

/** `flaglab scan`: the flags of a folder. */
export async function scanCommand(
  { path, format }: ScanRequest,
  ports: CliPorts,
): Promise<CommandResult> {
  const indexed = await indexFolder(path, ports);
  if (indexed.kind === 'stopped') return indexed.result;
  const { snapshot, messages } = indexed;
  const about = { version: ports.version, root: path.replaceAll('\\', '/') };
  return {
    exitCode: 0,
    output: format === 'json' ? scanJson(snapshot, about) : scanText(snapshot),
    messages,
  };
}

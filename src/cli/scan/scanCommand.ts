import { createWorkspaceIndex } from '../../engine/createWorkspaceIndex';
import { loadSettings } from '../../engine/loadSettings';
import type { IndexProgress } from '../../engine/workspaceIndex';
import type { CliPorts } from '../cliPorts';
import type { CommandResult, OutputFormat } from '../commandResult';
import { locationOf } from '../places';
import { scanJson } from './scanJson';
import { scanText } from './scanText';

export interface ScanRequest {
  /** As the user gave it. */
  readonly path: string;
  readonly format: OutputFormat;
}

function showProgress({ filesDone, filesTotal }: IndexProgress, ports: CliPorts): void {
  if (!ports.isTerminal) return;
  ports.writeMessage(`\r${filesDone}${filesTotal === null ? '' : ` of ${filesTotal}`} files`);
}

/** `flaglab scan`: the flags of a folder. */
export async function scanCommand(
  { path, format }: ScanRequest,
  ports: CliPorts,
): Promise<CommandResult> {
  const files = await ports.openFolder(path);
  const settings = await loadSettings(files);
  const messages = settings.diagnostics.map(
    ({ severity, message, span }) => `${locationOf('flaglab.yaml', span)}: ${severity}: ${message}`,
  );
  if (settings.value === null) return { exitCode: 2, output: '', messages };
  const index = createWorkspaceIndex({ files, parser: ports.parser, settings: settings.value });
  const finished = await index.build((progress) => showProgress(progress, ports), ports.signal);
  if (ports.isTerminal) ports.writeMessage('\r\u001B[K');
  if (!finished)
    return {
      exitCode: 130,
      output: '',
      messages: [...messages, 'Interrupted: nothing is reported.'],
    };
  const snapshot = index.snapshot();
  const root = path.replaceAll('\\', '/');
  const output =
    format === 'json' ? scanJson(snapshot, { version: ports.version, root }) : scanText(snapshot);
  return { exitCode: 0, output, messages };
}

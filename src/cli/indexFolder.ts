import type { Settings } from '../core/settings/settingsSchema';
import type { FactsReader } from '../engine/factsReader';
import { createWorkspaceIndex } from '../engine/createWorkspaceIndex';
import { indexSettingsOf } from '../engine/indexSettings';
import { loadSettings } from '../engine/loadSettings';
import { settingsFileName } from '../engine/settingsFileName';
import type { WorkspaceFiles } from '../engine/workspaceFiles';
import type { IndexProgress, IndexSnapshot, WorkspaceIndex } from '../engine/workspaceIndex';
import type { CliPorts } from './cliPorts';
import type { CommandResult } from './commandResult';
import { locationOf } from './places';

/** What a folder holds, or how the command ends because it cannot be known. */
export type IndexedFolder =
  | {
      readonly kind: 'indexed';
      readonly snapshot: IndexSnapshot;
      readonly index: WorkspaceIndex;
      readonly files: WorkspaceFiles;
      readonly factsReader: FactsReader;
      readonly settings: Settings;
      readonly messages: readonly string[];
    }
  | { readonly kind: 'stopped'; readonly result: CommandResult };

const clearLine = '\r\u001B[K';

function showProgress({ filesDone, filesTotal }: IndexProgress, ports: CliPorts): void {
  if (!ports.isTerminal) return;
  ports.writeMessage(
    `${clearLine}${filesDone}${filesTotal === null ? '' : ` of ${filesTotal}`} files`,
  );
}

/** Whether what was found before may be used, and where it is kept. */
export type CacheRequest =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'kept';
      /** As the user gave it; null for the user's own. */
      readonly folder: string | null;
      /** Look into every file, whatever its size and time of change say. */
      readonly verify: boolean;
    };

/** Reads a folder under its own `flaglab.yaml`. Rejects with a `UserError` where it is no folder. */
export async function indexFolder(
  path: string,
  ports: CliPorts,
  request: CacheRequest = { kind: 'none' },
): Promise<IndexedFolder> {
  const files = await ports.openFolder(path);
  const factsReader = ports.createFactsReader();
  const settings = await loadSettings(files);
  const messages = settings.diagnostics.map(
    ({ severity, message, span }) =>
      `${locationOf(settingsFileName, span)}: ${severity}: ${message}`,
  );
  if (settings.value === null)
    return { kind: 'stopped', result: { exitCode: 2, output: '', messages } };
  const cache = request.kind === 'kept' ? await ports.openCache(path, request) : undefined;
  const index = createWorkspaceIndex({
    files,
    cache,
    factsReader,
    settings: indexSettingsOf(settings.value),
  });
  const finished = await index.build((progress) => showProgress(progress, ports), ports.signal);
  if (ports.isTerminal) ports.writeMessage(clearLine);
  if (finished) {
    const snapshot = index.snapshot();
    const found = { snapshot, index, files, factsReader };
    return { kind: 'indexed', ...found, settings: settings.value, messages };
  }
  const interrupted = [...messages, 'Interrupted: nothing is reported.'];
  return { kind: 'stopped', result: { exitCode: 130, output: '', messages: interrupted } };
}

import type { FolderHistory } from '../engine/check/checkRequest';
import type { FactsCache } from '../engine/factsCache';
import type { StartSimulationThread } from '../engine/simulationThreads';
import type { FactsReader } from '../engine/factsReader';
import type { WorkspaceFiles } from '../engine/workspaceFiles';
import type { CancellationSignal } from '../core/model/cancellationSignal';

/** All that the command line needs from its host. Paths are as the user gave them. */
export interface CliPorts {
  readonly version: string;
  /** Who parses: called once a command needs it. */
  readonly createFactsReader: () => FactsReader;
  /** A thread of its own that helps with a simulation. */
  readonly startSimulationThread: StartSimulationThread;
  /** Aborted by Ctrl-C. */
  readonly signal: CancellationSignal;
  /** Whether stderr is a terminal: progress is shown only there. */
  readonly isTerminal: boolean;
  /** The files of a folder. Rejects with a `UserError` where it is no folder. */
  openFolder(folder: string): Promise<WorkspaceFiles>;
  /** The history of a folder; null where there can be none. `cache`: where what is known of commits is kept; null: nowhere. git is not started before it is asked. */
  openHistory(
    folder: string,
    cache: { readonly folder: string | null } | null,
  ): FolderHistory | null;
  /**
   * What was kept of a folder from an earlier scan: in the given folder or, if it is null, in the user's own for such things.
   * Undefined where there is no place for it. Rejects with a `UserError` where the given one is within the scanned folder.
   */
  openCache(
    folder: string,
    options: { readonly folder: string | null; readonly verify: boolean },
  ): Promise<FactsCache | undefined>;
  /** Rejects with a `UserError` where the file is not there or cannot be read. */
  readFile(file: string): Promise<Uint8Array>;
  /** The bytes of a file as it is read, however large; a chunk is valid until the next. Rejects with a `UserError` where it cannot be read. */
  readChunks(file: string): AsyncIterable<Uint8Array>;
  /** Today, where the user is, as YYYY-MM-DD. */
  today(): string;
  /** Whether two paths mean the same file. */
  isSameFile(one: string, other: string): boolean;
  /** Rejects with a `UserError` where it cannot be written; `replace: false` never overwrites. */
  writeFile(file: string, text: string, options: { readonly replace: boolean }): Promise<void>;
  /** Makes a folder where there is none. Rejects with a `UserError` where it cannot be made. */
  makeFolder(folder: string): Promise<void>;
  writeOutput(text: string): void;
  writeMessage(text: string): void;
}

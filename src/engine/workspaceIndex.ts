import type { ProposedWrapper } from '../core/flags/index/proposeWrappers';
import type { CancellationSignal } from '../core/model/cancellationSignal';
import type { FileDiagnostic } from '../core/model/diagnostic';
import type { Flag } from '../core/model/flag';
import type { KeepComment } from '../core/model/keepComment';
import type { FlagRead, UnresolvedRead } from '../core/model/flagRead';

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** All that is known about a workspace folder's flags at one moment, in stable order. */
export interface IndexSnapshot {
  readonly files: {
    readonly scanned: number;
    readonly parsed: number;
    readonly skipped: readonly SkippedFile[];
  };
  readonly flags: readonly Flag[];
  readonly unresolved: readonly UnresolvedRead[];
  readonly diagnostics: readonly FileDiagnostic[];
  /** Entries for `wrappers` in `flaglab.yaml` that would settle more. */
  readonly proposedWrappers?: readonly ProposedWrapper[];
  /** Comments that wish to keep flags; undefined where there are none. */
  readonly keeps?: readonly KeepComment[];
}

export interface IndexProgress {
  readonly filesDone: number;
  /** Null while files are still being listed. */
  readonly filesTotal: number | null;
}

/** The index of one workspace folder, kept in memory. Queries never wait. */
export interface WorkspaceIndex {
  /** Reads the whole folder. Gives way to other work between files. Resolves to false if it was cancelled. */
  build(
    onProgress: (progress: IndexProgress) => void,
    signal: CancellationSignal,
  ): Promise<boolean>;
  /** Takes in a file's new text. Nothing else is read but files it is the first to import. */
  update(file: string, text: string): Promise<void>;
  remove(file: string): void;
  snapshot(): IndexSnapshot;
  /** All files of the folder that are not ignored, in stable order, also those that say nothing about flags. */
  listedFiles(): readonly string[];
  /** Reads in one file, in order of position. */
  readsIn(file: string): readonly FlagRead[];
  unresolvedIn(file: string): readonly UnresolvedRead[];
  flagOf(read: FlagRead): Flag;
  /** The reads that a source file would have with this text. Changes nothing. */
  readsOf(file: string, text: string): Promise<readonly FlagRead[]>;
  /** The scope of a file first, then those around it, outwards. */
  scopesAround(file: string): readonly string[];
}

import type { CancellationSignal } from '../core/model/cancellationSignal';

/** A file or the reason why it is left out. Paths are relative to the root, `/` between folders. */
export type ListedFile =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly size: number;
      /** When it was changed last, in milliseconds since 1970, where that is known. */
      readonly modified?: number;
    }
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: string };

export interface ListingOptions {
  readonly signal: CancellationSignal;
  /** Asked before a folder (never the root) is opened: whether it is to be opened at all. */
  entersFolder(path: string): boolean | Promise<boolean>;
  /** Told the names in a folder (`''` for the root) once it is open, before anything in it is listed. */
  opened(folder: string, names: readonly string[]): Promise<void> | void;
}

/** The port to the files of one workspace folder. */
export interface WorkspaceFiles {
  /**
   * All files below the root in stable order; cyclic links are reported as skipped, never followed twice.
   * A folder that cannot be opened is reported as skipped.
   */
  list(options: ListingOptions): AsyncIterable<ListedFile>;
  /** The file's bytes. Rejects where it cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /**
   * The same without waiting for anything else, where the host has nothing else to do. Throws where it cannot be read. The bytes
   * are good until the next call.
   */
  readonly readNow?: (path: string) => Uint8Array;
}

import type { FileFacts } from '../core/model/fileFacts';

/** The port to whoever parses: in this thread or in another. */
export interface FactsReader {
  /** What one file's text says about flags; null for a file that says nothing. Rejects where nobody can parse. */
  read(file: string, text: string): Promise<FileFacts | null>;
}

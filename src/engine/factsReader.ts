import type { FileFacts } from '../core/model/fileFacts';

/** The port to whoever parses: in this thread or in another. */
export interface FactsReader {
  /**
   * What one file's text says about flags; null for a file that says nothing. Rejects where nobody can parse. `readers` are
   * names of the project's own functions, methods and getters that read flags: calls of them are looked at too.
   */
  read(file: string, text: string, readers?: ReadonlySet<string>): Promise<FileFacts | null>;
}

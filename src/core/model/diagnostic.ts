import type { Span } from './position';

/** How bad a message is. `information` never fails a check. */
export type Severity = 'error' | 'warning' | 'information';

/**
 * Something to tell people about a text. `code` is stable and documented (kebab-case);
 * `message` says what is wrong, where that is not obvious, and what to do.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** A diagnostic together with the file it is about (path relative to the scanned root, `/` between folders). */
export interface FileDiagnostic extends Diagnostic {
  readonly file: string;
}

/** What every reader in the core returns: what could be read, and what is to be said about it. Readers never throw on bad input. */
export interface Reading<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

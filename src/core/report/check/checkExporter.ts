import type { CheckReport } from './checkReport';

/** A way to write the report of `flaglab check`. */
export interface CheckExporter {
  /** As `--format` takes it. */
  readonly id: string;
  /** In few words, for people. */
  readonly name: string;
  /** The whole text, with a line end. */
  write(report: CheckReport): string;
}

/** A table of a report, in words: the first column is text, the others are numbers but where a title says otherwise. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

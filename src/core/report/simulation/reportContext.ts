/** What a report says of where it comes from. */
export interface ReportContext {
  /** The plan file, as people know it. */
  readonly planFile: string;
  /** Of Flaglab. */
  readonly version: string;
}

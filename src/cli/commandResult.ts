/** 0: fine. 1: a finding at or above the level asked for. 2: usage or configuration. 3: a fault of Flaglab. 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** What a command has to say: `output` goes to stdout (or the file asked for), each message is a line on stderr. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly output: string;
  /** Files of the folder `<output>.assets`; nowhere without an output file. */
  readonly pictures?: readonly { readonly fileName: string; readonly svg: string }[];
  readonly messages: readonly string[];
}

export type OutputFormat = 'text' | 'json';

/** Sizes can also be pasted into a pull request. */
export type SizeFormat = OutputFormat | 'markdown';

/** Results can also be kept as a page. */
export type AnalyzeFormat = SizeFormat | 'html';

/** Simulated launches can also be taken to a spreadsheet. */
export type SimulateFormat = AnalyzeFormat | 'csv';

/** Reads can also be taken to a spreadsheet. */
export type ScanFormat = OutputFormat | 'csv';

/** One line of the extension host's console for each test that ended. */
export interface TestLine {
  /** Suites and test, joined by ` › `. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The error with its stack, for a failed one. */
  readonly message?: string;
}

/** What makes such a line stand out from everything else in the console. */
const PREFIX = 'flaglab-test-line:';

export function formatTestLine(line: TestLine): string {
  return PREFIX + JSON.stringify(line);
}

/** Reads one line of console output; anything that is no test line is `undefined`. */
export function parseTestLine(text: string): TestLine | undefined {
  const start = text.indexOf(PREFIX);
  if (start < 0) return undefined;
  const json = text.slice(start + PREFIX.length).trimEnd();
  return JSON.parse(json) as TestLine;
}

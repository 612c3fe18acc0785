import { parseTestLine, type TestLine } from '../suite/testLine.js';

/** What a run inside the extension host came to. */
export interface ExtensionTestResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

/**
 * Counts the test lines in the console's output. A skipped test is a failure (the house has none),
 * and so is a run that reports no test at all or that ended badly without saying which test failed.
 */
export function countTestLines(lines: readonly string[], exitCode: number): ExtensionTestResult {
  const results = lines.map(parseTestLine).filter((line) => line !== undefined);
  const failures = results.filter((line) => line.outcome !== 'passed').map(describeFailure);
  if (results.length === 0 || (exitCode !== 0 && failures.length === 0)) {
    const message = `Exit code ${exitCode}. The console said:\n${lines.slice(-30).join('\n')}`;
    failures.push({ title: 'The run reported no result', message });
  }
  const passed = results.filter((line) => line.outcome === 'passed').length;
  return { passed, failed: failures.length, failures };
}

function describeFailure(line: TestLine) {
  const message = line.outcome === 'skipped' ? 'This test was skipped' : (line.message ?? '');
  return { title: line.title, message };
}

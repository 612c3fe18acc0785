import { formatTestLine, type TestLine } from './testLine.js';

/**
 * A mocha reporter that prints a structured line for each test, and nothing else. mocha calls a
 * reporter with `new`, which an ordinary function allows.
 */
export function reportTestLines(runner: Mocha.Runner): void {
  const report = (test: Mocha.Test, result: Omit<TestLine, 'title'>) =>
    console.log(formatTestLine({ title: test.titlePath().join(' › '), ...result }));
  runner.on('pass', (test) => report(test, { outcome: 'passed' }));
  runner.on('pending', (test) => report(test, { outcome: 'skipped' }));
  runner.on('fail', (test, error: unknown) =>
    report(test, { outcome: 'failed', message: describeError(error) }),
  );
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

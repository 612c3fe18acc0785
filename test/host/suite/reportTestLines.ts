import { formatTestLine, type TestLine } from './testLine.js';

/** The part of a mocha runner that is used here; the browser build of mocha has no types. */
export interface MochaRunner {
  on(event: 'pass' | 'pending', listener: (test: MochaTest) => void): void;
  on(event: 'fail', listener: (test: MochaTest, error: unknown) => void): void;
}

interface MochaTest {
  titlePath(): string[];
}

/** A mocha reporter that prints a structured line for each test, and nothing else. */
export class TestLineReporter {
  constructor(runner: MochaRunner) {
    const report = (test: MochaTest, result: Omit<TestLine, 'title'>) =>
      console.log(formatTestLine({ title: test.titlePath().join(' › '), ...result }));
    runner.on('pass', (test) => report(test, { outcome: 'passed' }));
    runner.on('pending', (test) => report(test, { outcome: 'skipped' }));
    runner.on('fail', (test, error) =>
      report(test, { outcome: 'failed', message: describeError(error) }),
    );
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

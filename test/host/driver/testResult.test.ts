import { expect, test } from 'vitest';
import { formatTestLine } from '../suite/testLine.js';
import { countTestLines } from './testResult.js';

const PASSED = formatTestLine({ title: 'a › b', outcome: 'passed' });
const FAILED = formatTestLine({ title: 'a › c', outcome: 'failed', message: 'why' });
const SKIPPED = formatTestLine({ title: 'a › d', outcome: 'skipped' });

test('lines are found among other output, and failures keep their reason', () => {
  expect(countTestLines(['noise', `[host] ${PASSED}`, FAILED], 1)).toEqual({
    passed: 1,
    failed: 1,
    failures: [{ title: 'a › c', message: 'why' }],
  });
});

test.each([
  { case: 'a skipped test', lines: [PASSED, SKIPPED], exitCode: 0 },
  { case: 'no test at all', lines: ['noise'], exitCode: 0 },
  { case: 'a bad end that no test explains', lines: [PASSED], exitCode: 1 },
])('$case is a failure', ({ lines, exitCode }) => {
  expect(countTestLines(lines, exitCode).failed).toBe(1);
});

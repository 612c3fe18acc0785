import { expect, test } from 'vitest';
import { countGate, countVitest, sumCounts } from '../../tasks/testCount.mjs';

/** vitest's JSON report, as far as it is read. */
function report(passed: number, failed: number, pending = 0, todo = 0): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });
}

test.each([
  { case: 'all passed', code: 0, text: report(7, 0), passed: 7, failed: 0 },
  { case: 'one failed', code: 1, text: report(6, 1), passed: 6, failed: 1 },
  { case: 'skipped and to do', code: 0, text: report(5, 0, 1, 1), passed: 5, failed: 2 },
  { case: 'an error outside of the tests', code: 1, text: report(7, 0), passed: 7, failed: 1 },
  { case: 'no test at all', code: 0, text: report(0, 0), passed: 0, failed: 1 },
  { case: 'no report', code: 0, text: undefined, passed: 0, failed: 1 },
])('$case: $passed passed, $failed failed', ({ code, text, passed, failed }) => {
  expect(countVitest({ title: 'unit', code, report: text })).toMatchObject({ passed, failed });
});

test('a gate is one test', () => {
  expect(countGate({ title: 'types', code: 0, report: undefined })).toMatchObject({ passed: 1 });
  expect(countGate({ title: 'types', code: 2, report: undefined })).toEqual({
    passed: 0,
    failed: 1,
    notes: ['types: exit code 2'],
  });
});

test('counts add up and keep their notes', () => {
  const counts = [
    { passed: 1, failed: 0, notes: [] },
    { passed: 2, failed: 3, notes: ['why'] },
  ];
  expect(sumCounts(counts)).toEqual({ passed: 3, failed: 3, notes: ['why'] });
});

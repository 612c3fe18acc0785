import { expect, test } from 'vitest';
import type { ReportedFinding } from '../../../../../src/core/report/check/checkReport';
import { newFindings } from '../../../../../src/core/report/check/newFindings';

function finding(fingerprint: string, key: string, rule = 'flag-one-sided'): ReportedFinding {
  const place = { file: 'flags.json', line: 1, column: 1 };
  return { rule, key, fingerprint, level: 'warning', message: '', ...place };
}

test.each([
  ['the same', [finding('1', 'a')], [finding('1', 'a')], []],
  ['one more', [finding('1', 'a')], [finding('1', 'a'), finding('2', 'b')], ['2']],
  ['moved to another file', [finding('1', 'a')], [finding('2', 'a')], []],
  [
    'moved, and one more of the flag',
    [finding('1', 'a')],
    [finding('2', 'a'), finding('3', 'a')],
    ['3'],
  ],
  ['one more of the flag', [finding('1', 'a')], [finding('1', 'a'), finding('2', 'a')], ['2']],
  ['another rule', [finding('1', 'a')], [finding('2', 'a', 'flag-expired')], ['2']],
  ['gone', [finding('1', 'a')], [], []],
] as const)('%s', (_name, before, after, expected) => {
  expect(newFindings(before, after).map(({ fingerprint }) => fingerprint)).toEqual(expected);
});

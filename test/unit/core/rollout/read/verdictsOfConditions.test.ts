import { expect, test } from 'vitest';
import { verdictsOfConditions } from '../../../../../src/core/rollout/read/condition/verdictsOfConditions';
import { verdictOf } from '../../../../../src/core/rollout/model/verdictTable';

/** Conditions, a value (or none), and the verdict: read off expr-lang's rules and evaluate.go. */
test.each([
  ['result[0] >= 0.95', null, 0.95, 'pass'],
  ['result[0] >= 0.95', null, 0.94, 'fail'],
  ['result[0] >= 0.95', null, null, 'error'],
  ['result[0] >= 0.95', null, NaN, 'fail'],
  [null, 'result[0] > 5', NaN, 'pass'],
  [null, 'result[0] > 5', 6, 'fail'],
  [null, null, 6, 'pass'],
  ['result < 10 and result > 1', null, 10, 'fail'],
  ['result < 10 and result > 1', null, 5, 'pass'],
  ['result < 10 && !(result == 3)', null, 3, 'fail'],
  ['len(result) == 0 || result[0] < 0.5', null, null, 'pass'],
  ['isNaN(result[0]) || result[0] <= 0.5', null, NaN, 'pass'],
  ['default(result, 0) < 0.05', null, null, 'pass'],
  ['all(result, # < 0.05)', null, 0.05, 'fail'],
  ['any(result, {# < 0.05})', null, 0.04, 'pass'],
  ['asFloat(result) < 0.05', null, 0.04, 'pass'],
  ['asInt(result) > 5', null, 5.5, 'fail'],
  ['asInt(result) > 5', null, 6, 'pass'],
  ['result[0] > 0.9', 'result[0] < 0.5', 0.7, 'inconclusive'],
  ['result[0] > 0.9', 'result[0] < 0.5', 0.4, 'fail'],
  ['result[0] >= 95 / 100', null, 0.95, 'pass'],
] as const)('success %s, failure %s, value %s: %s', (success, failure, value, verdict) => {
  const reading = verdictsOfConditions({ success, failure }, null);
  expect(reading.kind === 'verdicts' && verdictOf(reading.verdicts, value)).toBe(verdict);
});

test.each(['result[0] * 2 > 1', 'result[1] > 1', 'result >', 'filter(result, # > 1)[0] > "a"', ''])(
  'not understood: %s',
  (success) => {
    expect(verdictsOfConditions({ success, failure: null }, null)).toMatchObject({
      kind: 'unreadable',
      which: 'success',
    });
  },
);

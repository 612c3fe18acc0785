import { test } from 'vitest';
import { expectGolden } from '../../../support/expectGolden';
import { goldenRunsJson } from '../../../support/goldenRuns';

test('the golden runs give the same numbers, bit for bit', () => {
  expectGolden('simulate/runs.json', goldenRunsJson());
});

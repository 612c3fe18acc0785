import { expect, test } from 'vitest';
import { boundsCurve } from '../../../../../src/core/experiment/sequential/boundsCurve';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { planWith } from '../../../../support/examplePlan';

test("the chart of five O'Brien-Fleming looks: bounds fall, the expected z rises with the root of the share", () => {
  const design = { analysis: 'group-sequential', looks: 5, bounds: 'obrien-fleming' } as const;
  const answer = sizePlan(planWith({ design })).value?.sequential;
  const points = answer ? boundsCurve(answer) : [];
  // Jennison and Turnbull, table 2.3: C = 2.040 for 5 looks; bound C √(5 / k).
  const bounds = [4.562, 3.226, 2.634, 2.281, 2.04];
  points.forEach(({ success, harm, day }, k) => {
    expect(success ?? NaN).toBeCloseTo(bounds[k] ?? NaN, 3);
    expect(harm ?? NaN).toBeCloseTo(-(bounds[k] ?? NaN), 3);
    expect(day).toBe([5, 9, 13, 17, 21][k]);
  });
  expect((points[3]?.expected ?? NaN) / (points[0]?.expected ?? NaN)).toBeCloseTo(2, 12);
  // Inflation 1.0284: drift 2.8016 √1.0284.
  expect(points[4]?.expected).toBeCloseTo(2.8411, 3);
  expect(points[4]?.stoppedIfNone).toBeCloseTo(0.05, 9);
  expect(points[4]?.stoppedIfEffect).toBeCloseTo(0.8, 5);
});

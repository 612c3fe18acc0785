import type { PlanMetric } from '../plan/planSchema';
import type { SizeMethod } from './sizeMethod';
import { zUnpooled } from './zUnpooled';

/** Which method sizes which test: one file and one line a test. */
const sizeMethods: Readonly<Record<PlanMetric['test'], SizeMethod>> = {
  'z-unpooled': zUnpooled,
};

/** The method for a metric's test. */
export function sizeMethodOf({ test }: PlanMetric): SizeMethod {
  return sizeMethods[test];
}

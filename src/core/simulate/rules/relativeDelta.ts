import { testRule } from './testRule';

/** The relative change with a delta-method standard error, as GrowthBook tests by default. */
export const relativeDelta = testRule('relative-delta', 'relative-lift', [
  'proportion',
  'mean',
  'count',
  'revenue',
]);

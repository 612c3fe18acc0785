import { testRule } from './testRule';

export const bootstrap = testRule('bootstrap', 'bootstrap', [
  'proportion',
  'mean',
  'count',
  'revenue',
]);

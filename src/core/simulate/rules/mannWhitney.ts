import { testRule } from './testRule';

export const mannWhitney = testRule('mann-whitney', 'mann-whitney', [
  'mean',
  'count',
  'revenue',
  'rank',
  'quantile',
]);

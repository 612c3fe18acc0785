import { alwaysValidRule } from './alwaysValidRule';

/** Its default tuning is 5,000 units. */
export const growthBook = alwaysValidRule('growthbook', {
  title: "Asymptotic confidence sequence in GrowthBook's form",
  tuning: 5000,
});

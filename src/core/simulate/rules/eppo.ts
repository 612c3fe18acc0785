import { alwaysValidRule } from './alwaysValidRule';

/** Its tuning is 10,000 units. */
export const eppo = alwaysValidRule('eppo', {
  title: "Confidence sequence in Eppo's form",
  tuning: 10_000,
});

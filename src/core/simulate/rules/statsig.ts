import { alwaysValidRule } from './alwaysValidRule';

export const statsig = alwaysValidRule('statsig', {
  title: "Mixture sequential probability ratio test in Statsig's form",
});

import { alwaysValidRule } from './alwaysValidRule';

export const msprt = alwaysValidRule('msprt', {
  title: 'Mixture sequential probability ratio test (Johari et al.)',
});

import { alwaysValidRule } from './alwaysValidRule';

export const asymptoticCs = alwaysValidRule('asymptotic-cs', {
  title: 'Asymptotic confidence sequence (Waudby-Smith et al.)',
});

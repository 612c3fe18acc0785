import { testRule } from './testRule';

export const fisher = testRule('fisher', 'fisher-exact', ['proportion']);

import { testRule } from './testRule';

export const welch = testRule('welch', 'welch', ['proportion', 'mean', 'count', 'revenue']);

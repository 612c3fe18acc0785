import { testRule } from './testRule';

export const zPooled = testRule('z-pooled', 'z-pooled', ['proportion']);

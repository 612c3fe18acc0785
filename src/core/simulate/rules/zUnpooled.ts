import { testRule } from './testRule';

export const zUnpooled = testRule('z-unpooled', 'z-unpooled', ['proportion']);

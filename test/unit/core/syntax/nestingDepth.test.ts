import { expect, test } from 'vitest';
import { nestingDepth } from '../../../../src/core/syntax/nestingDepth';

/** Expected values: counted by a person. */
test.each([
  ['', 0],
  ['f(a)[b]{c}', 1],
  ['f(a[b{c}])', 3],
  [')))(', 1],
  ['((('.repeat(10), 30],
])('brackets of %s are open at once: %i', (text, depth) => {
  expect(nestingDepth(text)).toBe(depth);
});

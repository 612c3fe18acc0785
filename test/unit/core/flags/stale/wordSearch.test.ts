import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordSearch } from '../../../../../src/core/flags/stale/wordSearch';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

test('finds what a plain search finds, in texts made of few letters', () => {
  const letters = fc.constantFrom('a', 'b', '-', 'é', '😀');
  const text = fc.string({ unit: letters, maxLength: 40 });
  const words = fc.array(fc.string({ unit: letters, minLength: 2, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(text, words, (where, wanted) => {
      expect(wordSearch(wanted)(bytesOf(where))).toBe(wanted.some((word) => where.includes(word)));
    }),
    { numRuns: 3_000 },
  );
});

test.each<[string, readonly string[], string, boolean]>([
  ['a word longer than the window', ['x'.repeat(50)], `ab${'x'.repeat(50)}c`, true],
  ['all but the end of a long word', ['x'.repeat(49) + 'y'], 'x'.repeat(200), false],
  ['a short and a long word, the long one', ['ab', 'launch-checkout'], 'is launch-checkout', true],
  ['at the very end', ['checkout'], 'new-checkout', true],
  ['cut off at the end', ['checkout'], 'new-checkou', false],
  ['no words', [], 'anything', false],
  ['half a surrogate pair is in no UTF-8', ['\uD83Dab'], 'ab', false],
  ['one byte may be anywhere', ['a'], 'zzz', true],
])('%s', (_name, words, text, isFound) => {
  expect(wordSearch(words)(bytesOf(text))).toBe(isFound);
});

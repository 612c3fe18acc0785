import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfWord, wordsOfBytes, wordsOfText } from '../../../../src/core/syntax/wordHashes';

const encoder = new TextEncoder();

/** The words of a text, by a regular expression instead of a table of bytes. */
function wordsIn(text: string): ReadonlySet<string> {
  const runs = text.match(/[A-Za-z0-9_$]+/g) ?? [];
  return new Set(runs.filter((run) => !/^\d/.test(run)));
}

const pieces = fc.constantFrom(
  'a',
  'B',
  '9',
  '_',
  '$',
  ' ',
  '\n',
  '.',
  "'",
  'é',
  '€',
  '😀',
  'isOn',
);
const texts = fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join(''));

describe('the words of a text', () => {
  test('are found in its bytes and in its characters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = new Set([...wordsIn(text)].map(hashOfWord));
        expect(new Set(wordsOfBytes(encoder.encode(text)).hashes)).toStrictEqual(expected);
        expect(new Set(wordsOfText(text).hashes)).toStrictEqual(expected);
      }),
    );
  });

  // The values for these words are those of the reference implementation's own test vectors (FNV-1a, 32 bits).
  test.each([
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('%s has the hash that FNV-1a gives it', (word, hash) => {
    expect(hashOfWord(word)).toBe(hash);
  });

  test('are each counted once, however many there are', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`);
    const { hashes } = wordsOfText([...words, ...words].join(' '));
    expect(new Set(hashes)).toStrictEqual(new Set(words.map(hashOfWord)));
    expect(hashes).toHaveLength(new Set(words.map(hashOfWord)).size);
  });

  test.each([
    ['const a = 1;\n', true],
    ['const é = 1;', false],
    ['binary\0', false],
  ])('%j is plain: %s', (text, isPlain) => {
    expect(wordsOfBytes(encoder.encode(text)).isPlain).toBe(isPlain);
  });

  test('are watched for by their hash', () => {
    const bytes = encoder.encode('package a;\n// my package\nunpackage x');
    expect(wordsOfBytes(bytes, hashOfWord('package')).watchedAt).toStrictEqual([0, 17]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, isUtf8Text } from '../../../../src/core/syntax/decodeText';

/** Code points of characters: all but NUL and the halves of pairs. */
const character = fc.oneof(
  fc.integer({ min: 1, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
);

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('text', () => {
  test.each([
    ['nothing', bytes(), ''],
    ['ASCII', bytes(0x61, 0x0a), 'a\n'],
    [
      'UTF-8 of two, three and four bytes',
      bytes(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80),
      'é€😀',
    ],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, low byte first', bytes(0xff, 0xfe, 0x61, 0x00, 0xac, 0x20), 'a€'],
    ['UTF-16, high byte first', bytes(0xfe, 0xff, 0x00, 0x61, 0x20, 0xac), 'a€'],
    ['UTF-16 with a pair', bytes(0xff, 0xfe, 0x3d, 0xd8, 0x00, 0xde), '😀'],
  ])('%s', (_, input, text) => {
    expect(decodeText(input)).toEqual({ kind: 'text', text });
  });

  test('any text comes back from its UTF-8 bytes, as TextDecoder reads them', () => {
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const encoded = new TextEncoder().encode(String.fromCodePoint(...characters));
        const expected = new TextDecoder('utf-8', { fatal: true }).decode(encoded);
        expect(decodeText(encoded)).toEqual({ kind: 'text', text: expected });
      }),
    );
  });

  test('bytes are known to be text without being decoded', () => {
    const parts = fc.constantFrom([0x61], [0xc3, 0xa9], [0xe2, 0x82, 0xac], [0xc3], [0x00], [0xff]);
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        // In front of it no two bytes look like the mark of UTF-16.
        const encoded = bytes(0x61, ...list.flat());
        expect(isUtf8Text(encoded)).toBe(decodeText(encoded).kind === 'text');
      }),
    );
  });

  test('what TextDecoder refuses is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1 }), (input) => {
        let expected: string | null = null;
        try {
          expected = new TextDecoder('utf-8', { fatal: true }).decode(input);
        } catch {
          expected = null;
        }
        const isUtf16 = /^(254,255|255,254)(,|$)/.test(input.join(','));
        const decoded = decodeText(input);
        if (!isUtf16) expect(decoded.kind === 'text' ? decoded.text : null).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('a large text comes back whole', () => {
    const text = 'a€'.repeat(100_000);
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ kind: 'text', text });
  });
});

describe('no text', () => {
  test.each([
    ['a NUL byte', bytes(0x61, 0x00), 'binary'],
    ['Latin-1', bytes(0x61, 0xe9, 0x61), 'not valid UTF-8 (byte 2)'],
    ['a character cut off', bytes(0xe2, 0x82), 'not valid UTF-8 (byte 1)'],
    ['a character written too long', bytes(0xc0, 0xaf), 'not valid UTF-8 (byte 1)'],
    ['half a pair', bytes(0xed, 0xa0, 0x80), 'not valid UTF-8 (byte 1)'],
    ['a code above the highest', bytes(0xf4, 0x90, 0x80, 0x80), 'not valid UTF-8 (byte 1)'],
    [
      'half a character of UTF-16',
      bytes(0xff, 0xfe, 0x61),
      'UTF-16 with half a character at its end',
    ],
    ['a NUL in UTF-16', bytes(0xff, 0xfe, 0x00, 0x00), 'binary'],
  ])('%s', (_, input, reason) => {
    expect(decodeText(input)).toEqual({ kind: 'not-text', reason });
  });
});

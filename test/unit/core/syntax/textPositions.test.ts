import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textPositions } from '../../../../src/core/syntax/textPositions';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '😀', '\u2028') });

describe('text positions', () => {
  // Expected values: read by a person, and as VS Code's TextDocument gives them.
  test.each([
    ['', 0, 0, 0],
    ['ab', 1, 0, 1],
    ['ab\ncd', 2, 0, 2],
    ['ab\ncd', 3, 1, 0],
    ['ab\r\ncd', 2, 0, 2],
    ['ab\r\ncd', 3, 0, 2],
    ['ab\r\ncd', 4, 1, 0],
    ['ab\rcd', 3, 1, 0],
    ['a\n', 2, 1, 0],
    ['😀b', 2, 0, 2],
    ['a', 99, 0, 1],
    ['a', -1, 0, 0],
  ])('%j at %i is %i:%i', (given, offset, line, column) => {
    expect(textPositions(given).positionAt(offset)).toEqual({ line, column });
  });

  test.each([
    ['ab\r\ncd', 0, 99, 2],
    ['ab\r\ncd', 1, 1, 5],
    ['ab\r\ncd', 9, 0, 6],
    ['ab\r\ncd', -1, 5, 0],
    ['ab\n', 1, 5, 3],
    ['a\n\n', 1, 0, 2],
  ])('%j line %i column %i is offset %i', (given, line, column, offset) => {
    expect(textPositions(given).offsetAt({ line, column })).toBe(offset);
  });

  test('offset to position and back is the same place, but inside a CRLF', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (given, at) => {
        const offset = Math.min(at, given.length);
        fc.pre(given.slice(offset - 1, offset + 1) !== '\r\n');
        const positions = textPositions(given);
        expect(positions.offsetAt(positions.positionAt(offset))).toBe(offset);
      }),
    );
  });

  test('the lines between line starts and line ends are the text without its line breaks', () => {
    fc.assert(
      fc.property(text, (given) => {
        const positions = textPositions(given);
        const lines = Array.from({ length: positions.lineCount }, (_, line) =>
          given.slice(positions.lineStart(line), positions.lineEnd(line)),
        );
        expect(lines).toEqual(given.split(/\r\n|\r|\n/));
      }),
    );
  });
});

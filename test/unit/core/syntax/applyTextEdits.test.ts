import { describe, expect, test } from 'vitest';
import { applyTextEdits } from '../../../../src/core/syntax/applyTextEdits';

const edit = (line: number, from: number, to: number, newText: string) => ({
  span: { start: { line, column: from }, end: { line, column: to } },
  newText,
});

describe('applying text edits', () => {
  test('spans are those of the text before any edit, in any order', () => {
    const edits = [edit(1, 0, 2, 'X'), edit(0, 1, 1, '+++')];
    expect(applyTextEdits('ab\r\ncd\r\n', edits)).toBe('a+++b\r\nX\r\n');
  });

  test('insertions at one place keep their order', () => {
    expect(applyTextEdits('ab', [edit(0, 1, 1, '1'), edit(0, 1, 1, '2')])).toBe('a12b');
  });

  test('an insertion before a replacement at the same place comes first', () => {
    expect(applyTextEdits('ab', [edit(0, 1, 2, 'X'), edit(0, 1, 1, '2')])).toBe('a2X');
  });

  test('overlapping edits are a mistake of the caller', () => {
    expect(() => applyTextEdits('abcd', [edit(0, 0, 2, ''), edit(0, 1, 3, '')])).toThrow('overlap');
  });
});

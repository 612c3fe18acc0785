import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { definitionLine } from '../../../../support/definitionLine';
import { expectedDefinitions } from '../../../../support/expectedDefinitions';

const expected = expectedDefinitions('definitions');

describe('what a person reads in a definition file, Flaglab reads', () => {
  test.each(expected)('$format/$file', ({ format, file, text, lines }) => {
    const reading = readDefinitions(`config/flags/${file}`, text);
    expect(reading?.format).toBe(format);
    expect(reading?.diagnostics).toEqual([]);
    expect(reading?.value.map(definitionLine)).toEqual(lines);
  });

  test.each(expected)('every key of $format/$file stands where it is said to', ({ file, text }) => {
    const lines = text.split('\n');
    for (const { key, keySpan } of readDefinitions(`config/flags/${file}`, text)?.value ?? []) {
      const { start, end } = keySpan;
      expect(lines[start.line]?.slice(start.column, end.column)).toBe(key);
    }
  });

  test.each(expected)('$format/$file, with line ends of Windows', ({ file, text, lines }) => {
    const reading = readDefinitions(`config/flags/${file}`, text.replaceAll('\n', '\r\n'));
    expect(reading?.value.map(definitionLine)).toEqual(lines);
  });
});

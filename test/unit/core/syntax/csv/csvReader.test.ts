import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellNumber } from '../../../../../src/core/syntax/csv/cellNumber';
import { cellText } from '../../../../../src/core/syntax/csv/cellText';
import { CsvReader } from '../../../../../src/core/syntax/csv/csvReader';

/** All rows of a text, read in chunks of so many bytes. */
function rowsOf(text: string, chunk = 1000) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const reader = new CsvReader((cells) => {
    rows.push(Array.from({ length: cells.count }, (_, i) => cellText(cells, i) ?? '?'));
    lines.push(cells.line);
    return true;
  });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.slice(at, at + chunk));
  reader.end();
  return { rows, lines, problem: reader.problem };
}

describe('CSV', () => {
  test.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no last newline',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF, byte order mark, empty lines',
      '\uFEFFa,b\r\n\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty cells',
      'a,,\n,,\n',
      [
        ['a', '', ''],
        ['', '', ''],
      ],
    ],
    [
      'quotes',
      '"a,1","say ""x""",c\n"",2,"3"',
      [
        ['a,1', 'say "x"', 'c'],
        ['', '2', '3'],
      ],
    ],
    [
      'lines within quotes',
      '"a\nb",c\r\n1,"2"\r\n',
      [
        ['a\nb', 'c'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_name, text, rows) => {
    expect(rowsOf(text)).toMatchObject({ rows, problem: null });
    for (const chunk of [1, 2, 3, 5]) expect(rowsOf(text, chunk).rows).toEqual(rows);
  });

  test('lines count from 1, those within quotes too', () => {
    expect(rowsOf('a,b\n"x\ny",1\n\nz,2\n').lines).toEqual([1, 2, 5]);
  });

  test.each([
    ['a"b,c\n', 1, /quote stands within/],
    ['a,b\n"x"y,1\n', 2, /follows the quote/],
    ['a,b\n"x,1\n', 2, /never closed/],
  ])('%j is refused', (text, line, message) => {
    const { problem } = rowsOf(text);
    expect(problem?.line).toBe(line);
    expect(problem?.message).toMatch(message);
  });

  test('what is written is read back, however it is cut (property)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '1') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, chunk) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(rowsOf(text, chunk).rows).toEqual(rows.map((row) => row.map((s) => s.trim())));
        },
      ),
    );
  });
});

describe('numbers in cells', () => {
  function read(text: string): number {
    const bytes = new TextEncoder().encode(`x${text}y`);
    return cellNumber(bytes, 1, bytes.length - 1);
  }

  test('are what Number says of them, to the last bit (property)', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999_999 }), (whole, decimals) => {
        const text = `${whole}.${decimals}`;
        expect(read(text)).toBe(Number(text));
      }),
    );
  });

  test.each(['', ' ', 'abc', '1,5', '0x10', 'Infinity', 'NaN', '1e999', '--1', '1.2.3', '.', '-'])(
    '%j is none',
    (text) => {
      expect(read(text)).toBeNaN();
    },
  );

  test('blanks around it do not count', () => {
    expect(read(' 1.5 ')).toBe(1.5);
  });
});

import { expect, test } from 'vitest';
import { chartCsv } from '../../../../../src/core/report/chart/chartCsv';

test('numbers are plain, words stay words, and no cell is a formula', () => {
  const csv = chartCsv({
    id: 'any',
    title: 'Any',
    summary: 'Any.',
    x: { label: 'x', show: String },
    y: { label: 'y', show: String },
    yIncludes: [],
    layers: [],
    table: {
      columns: ['Day', 'Units, in all', 'Power'],
      rows: [
        ['1', '1,234,567', '80.1 %'],
        ['2', '-0.25', '–'],
        ['=1+1', '12,34', '1,000.5'],
      ],
    },
  });
  // RFC 4180, by hand.
  expect(csv).toBe(
    `Day,"Units, in all",Power\r\n1,1234567,80.1 %\r\n2,-0.25,–\r\n'=1+1,"12,34",1000.5\r\n`,
  );
});

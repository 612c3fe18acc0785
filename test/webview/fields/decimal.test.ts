import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, showDecimal } from '../../../webview/simulator/fields/decimal';

/** Expected values: what the digits say, moved by hand. */
describe('the decimal point is moved digit by digit', () => {
  test.each([
    ['5.3', 0.053],
    ['5.2', 0.052],
    ['0.7', 0.007],
    ['14.5', 0.145],
    ['29', 0.29],
    ['.5', 0.005],
    ['5.', 0.05],
    ['1e1', 0.1],
    ['100', 1],
    ['0', 0],
    ['-3.3', -0.033],
    ['+8', 0.08],
  ])('%s %% is %d', (typed, value) => {
    expect(parseDecimal(typed, -2)).toBe(value);
  });

  test.each(['', '.', '-', '5.3.1', '5,3', 'five', '0x10', 'Infinity', '1e99999', '٥'])(
    '"%s" is no number',
    (typed) => {
      expect(parseDecimal(typed, -2)).toBeNull();
    },
  );

  test.each([
    [0.052, '5.2'],
    [0.29, '29'],
    [0.145, '14.5'],
    [1e-7, '0.00001'],
    [1, '100'],
    [0, '0'],
    [1e21, '100000000000000000000000'],
    [0.1 + 0.2, '30.000000000000004'],
  ])('%d is shown as %s %%', (value, text) => {
    expect(showDecimal(value, 2)).toBe(text);
  });
});

describe('what is shown is what is meant', () => {
  test('a number shown in percent and typed back is the same number, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(Math.abs(value) < 1e300 && !Object.is(value, -0));
        expect(parseDecimal(showDecimal(value, 2), -2)).toBe(value);
      }),
    );
  });

  test('up to 15 digits of percent are the same digits in the file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (millionths) => {
        // 5.3 typed is 0.053 written: the digits of the file are those that were typed.
        const typed = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`;
        const written = `0.${String(millionths).padStart(8, '0')}`;
        expect(parseDecimal(typed, -2)).toBe(Number(written));
      }),
    );
  });
});

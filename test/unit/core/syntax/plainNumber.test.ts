import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber } from '../../../../src/core/syntax/plainNumber';

describe('a number as people write it', () => {
  test.each([
    [0.05300000000000001, '0.053'],
    [0.1 + 0.2, '0.3'],
    [1.1 * 1.1 * 1.1, '1.331'],
    [0, '0'],
    [-0, '0'],
    [12000, '12000'],
    [9007199254740991, '9007199254740991'],
    [1e-7, '0.0000001'],
    [1.25e-10, '0.000000000125'],
    [-1.5e-7, '-0.00000015'],
    [1e-20, '1e-20'],
    [1e21, '1e+21'],
    [1 / 3, '0.333333333333333'],
  ])('%d: %s', (value, written) => {
    expect(plainNumber(value)).toBe(written);
  });

  test('is the number again, to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const wanted = Number.isInteger(value) ? value : Number(value.toPrecision(15));
        expect(Number(plainNumber(value))).toBe(wanted + 0);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { countOf, plural } from '../../../../src/core/report/countOf';
import {
  formatCount,
  formatDecimal,
  formatPercent,
} from '../../../../src/core/report/formatNumber';

// Expected texts: written by hand.
describe('counts', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1,000'],
    [234_340, '234,340'],
    [1_234_567.6, '1,234,568'],
    [-12_000, '-12,000'],
    [9_007_199_254_740_991, '9,007,199,254,740,991'],
    [1.2e20, '120000000000000000000'],
    [5.72e26, '5.72e+26'],
  ])('%d is %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });
});

describe('decimals', () => {
  test.each([
    [12_000, 6, '12,000'],
    [0.0546, 6, '0.0546'],
    [0.1 + 0.2, 6, '0.3'],
    [1234.5678, 6, '1,234.57'],
    [12_345_678, 3, '12,345,678'],
    [0, 3, '0'],
    [-0.5, 3, '-0.5'],
    [1_234_567.891, 8, '1,234,567.9'],
  ])('%d to %d digits is %s', (value, digits, text) => {
    expect(formatDecimal(value, digits)).toBe(text);
  });
});

describe('percentages', () => {
  test.each([
    [0.052, '5.2 %'],
    [0.0546, '5.46 %'],
    [0.8000004, '80 %'],
    [1, '100 %'],
    [0.99999, 'over 99.9 %'],
    [0, '0 %'],
    [12.5, '1,250 %'],
    [0.000_000_1, '0.00001 %'],
  ])('%d is %s', (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });
});

describe('units', () => {
  test.each([
    ['user', 'users'],
    ['users', 'users'],
    ['session', 'sessions'],
    ['company', 'companies'],
    ['key', 'keys'],
    ['box', 'boxes'],
    ['batch', 'batches'],
    ['business', 'businesses'],
    ['userId', 'userIds'],
    ['用户', '用户'],
    ['user (EU)', 'user (EU)'],
  ])('several of %s are %s', (one, several) => {
    expect(plural(one)).toBe(several);
  });

  test('one is not several', () => {
    expect([countOf(1, 'day'), countOf(0, 'day'), countOf(1200, 'company')]).toEqual([
      '1 day',
      '0 days',
      '1,200 companies',
    ]);
  });
});

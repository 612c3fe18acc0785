import { describe, expect, test } from 'vitest';
import { describeRange, numberMeant } from '../../../../src/core/schema/expectation';

const range = {
  low: -Infinity,
  lowExcluded: false,
  high: Infinity,
  highExcluded: false,
  whole: false,
};

describe('a range in words', () => {
  test.each([
    [{}, 'a number'],
    [{ low: 0 }, 'a number of at least 0'],
    [{ low: 0, lowExcluded: true }, 'a number above 0'],
    [{ high: 1 }, 'a number of at most 1'],
    [{ low: 0, lowExcluded: true, high: 1, highExcluded: true }, 'a number above 0 and below 1'],
    [{ low: 0, lowExcluded: true, high: 0.5 }, 'a number above 0 and at most 0.5'],
    [{ low: 0.000001, high: 1, highExcluded: true }, 'a number of at least 0.000001 and below 1'],
    [{ low: 1, high: 36500, whole: true }, 'a whole number from 1 to 36500'],
  ])('%j', (bounds, words) => {
    expect(describeRange({ ...range, ...bounds })).toBe(words);
  });
});

describe('the number that was probably meant', () => {
  test.each([
    ['5%', 0.05],
    ['5.2 %', 0.052],
    ['0,05', 0.05],
    ['12,000', 12000],
    ['1,234,567.5', 1234567.5],
    ['12_000', 12000],
    ["12'000", 12000],
    ['12 000', 12000],
    ['-3', -3],
    ['.5', 0.5],
    ['1.2.3', null],
    ['12k', null],
    ['about 5', null],
    ['', null],
    ['%', null],
  ])('%j: %j', (text, meant) => {
    expect(numberMeant(text)).toBe(meant);
  });
});

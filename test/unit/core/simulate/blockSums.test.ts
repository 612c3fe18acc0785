import { describe, expect, test } from 'vitest';
import { appendBlock, type BlockSums, joinBlocks } from '../../../../src/core/simulate/blockSums';
import {
  binCount,
  binOf,
  effectScale,
  quantileOfHistogram,
} from '../../../../src/core/simulate/effectScale';

function block(firstBlock: number, days = 1): BlockSums {
  return {
    firstBlock,
    blocks: 1,
    replications: 1000,
    detections: firstBlock + 1,
    unitsDrawn: 10,
    days: Array.from({ length: days }, () => ({ estimates: 2, sum: 0.5, histogram: [1, 0, 1] })),
  };
}

describe('blocks are added in their order', () => {
  test('one by one', () => {
    expect(appendBlock(appendBlock(block(0), block(1)), block(2))).toEqual({
      firstBlock: 0,
      blocks: 3,
      replications: 3000,
      detections: 6,
      unitsDrawn: 30,
      days: [{ estimates: 6, sum: 1.5, histogram: [3, 0, 3] }],
    });
  });

  test('and no other block fits', () => {
    expect(() => appendBlock(block(0), block(2))).toThrow(RangeError);
    expect(() => appendBlock(block(0), block(0))).toThrow(RangeError);
    expect(() => appendBlock(block(0), { ...block(1), blocks: 2 })).toThrow(RangeError);
    expect(() => appendBlock(block(0, 2), block(1, 1))).toThrow(RangeError);
  });

  test('what was added before goes on', () => {
    const before = appendBlock(block(0), block(1));
    expect(joinBlocks([block(2), before])?.blocks).toBe(3);
  });
});

describe('the histogram of a day', () => {
  const scale = effectScale(0.01, 0.002);

  test('has its middle in the middle and counts outliers at the ends', () => {
    expect(binOf(scale, 0.01 + 1e-9)).toBe(binCount / 2);
    expect(binOf(scale, -5)).toBe(0);
    expect(binOf(scale, 5)).toBe(binCount - 1);
    expect(binOf(scale, 0.012 + 1e-9)).toBe(binCount / 2 + 16);
  });

  test('gives quantiles within a bin', () => {
    const histogram = Array.from({ length: binCount }, () => 0);
    histogram[10] = 1;
    histogram[20] = 2;
    histogram[30] = 1;
    const at = (bin: number) => scale.low + bin * scale.binWidth;
    expect(quantileOfHistogram(scale, histogram, 0)).toBeCloseTo(at(10), 12);
    expect(quantileOfHistogram(scale, histogram, 0.5)).toBeCloseTo(at(20.5), 12);
    expect(quantileOfHistogram(scale, histogram, 1)).toBeCloseTo(at(31), 12);
  });
});

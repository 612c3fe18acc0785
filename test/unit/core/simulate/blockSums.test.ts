import { describe, expect, test } from 'vitest';
import { appendBlock, type BlockSums, joinBlocks } from '../../../../src/core/simulate/blockSums';

function block(firstBlock: number, days = 1): BlockSums {
  return {
    firstBlock,
    blocks: 1,
    replications: 1000,
    detections: firstBlock + 1,
    unitsDrawn: 10,
    days: Array.from({ length: days }, () => ({ estimates: 2, mean: 0.5, low: 0.25, high: 1 })),
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
      days: [{ estimates: 6, mean: 1.5, low: 0.75, high: 3 }],
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

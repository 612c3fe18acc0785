import { describe, expect, test } from 'vitest';
import { appendBlock, type BlockSums, joinBlocks } from '../../../../src/core/simulate/blockSums';

const noStops = { success: [0, 0], wrong: [1, 0], futility: [0, 0] };

function block(firstBlock: number, days = 1): BlockSums {
  return {
    firstBlock,
    blocks: 1,
    replications: 1000,
    detections: firstBlock + 1,
    unitsDrawn: 10,
    days: Array.from({ length: days }, () => ({ estimates: 2, mean: 0.5, low: 0.25, high: 1 })),
    rules: [{ effect: { success: [3, 4], wrong: [0, 1], futility: [2, 0] }, none: noStops }],
    peeks: [1, 2],
    estimates: {
      all: [5, 5],
      significant: [1, 0],
      count: 10,
      sum: 0.5,
      squares: 0.25,
      found: 1,
      foundSizes: 0.25,
      foundSquares: 0.0625,
      wrongSign: 0,
    },
    guardrails: [{ hurt: 1, held: 2 }],
    ratioAlarms: 1,
    curve: { replications: 1000, found: [7] },
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
      rules: [
        {
          effect: { success: [9, 12], wrong: [0, 3], futility: [6, 0] },
          none: { success: [0, 0], wrong: [3, 0], futility: [0, 0] },
        },
      ],
      peeks: [3, 6],
      estimates: {
        all: [15, 15],
        significant: [3, 0],
        count: 30,
        sum: 1.5,
        squares: 0.75,
        found: 3,
        foundSizes: 0.75,
        foundSquares: 0.1875,
        wrongSign: 0,
      },
      guardrails: [{ hurt: 3, held: 6 }],
      ratioAlarms: 3,
      curve: { replications: 3000, found: [21] },
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

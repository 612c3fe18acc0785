import { describe, expect, test } from 'vitest';
import type { PlanResult } from '../../../../../src/core/experiment/plan/planSchema';
import { resultInWords } from '../../../../../src/core/report/analysis/resultInWords';

describe('a recorded result in words', () => {
  test.each<readonly [PlanResult, string, readonly string[]]>([
    [{ variant: 'treatment' }, 'decided for treatment', ['Decided for treatment']],
    [
      {
        variant: 'treatment',
        date: '2027-03-22',
        decision: 'effect-shown',
        metric: 'conversion',
        estimate: { absolute: 0.00334073 },
        interval: [0.00151575, 0.00516571],
        p: 0.000333446,
        note: 'Ship it.',
      },
      'decided for treatment, 2027-03-22',
      [
        'Decided for treatment, 2027-03-22: the effect was shown',
        'conversion +0.00334, interval 0.00152 to 0.00517, p 0.000333',
        'Ship it.',
      ],
    ],
    [
      { variant: 'control', decision: 'wrong-way', estimate: { relative: -0.041 }, p: 0.01 },
      'decided for control',
      ['Decided for control: the effect went the wrong way', '-4.1 %, p 0.01'],
    ],
  ])('%j', (result, short, full) => {
    expect(resultInWords(result)).toEqual({ short, full });
  });
});

import type { SequentialAnswer } from './sequentialAnswer';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';

/** What the looks do together, a name and a value each. */
export function looksFacts(
  answer: SequentialAnswer,
): readonly (readonly [name: string, value: string])[] {
  const { averageSample, expectedDays, typeOneError, power, wrongSign } = answer;
  const mean = (when: 'effect' | 'null'): string => {
    const days = expectedDays === null ? '' : `, day ${formatDecimal(expectedDays[when], 3)}`;
    return `${formatCount(answer.averageTotal[when])} (${formatDecimal(averageSample[when], 4)} of one look${days})`;
  };
  const inflation = formatDecimal(answer.maximumInflation, 4);
  return [
    ['analysis', answer.name],
    ['source', answer.source],
    ['most', `${inflation} times the ${formatCount(Math.ceil(answer.fixedTotal))} of one look`],
    ['mean', `${mean('effect')} if the effect is there, ${mean('null')} with no effect`],
    [
      'any look',
      `power ${formatPercent(power)}, false alarms ${formatPercent(typeOneError)}, wrong sign ${formatPercent(wrongSign)}`,
    ],
  ];
}

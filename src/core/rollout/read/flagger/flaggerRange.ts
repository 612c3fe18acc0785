import type { Verdict, VerdictTable } from '../../model/verdictTable';

/**
 * The verdicts of a Flagger threshold: below `least` or above `most` fails, as does no data (NaN is no value to it).
 *
 * Source: fluxcd/flagger `pkg/controller/scheduler_metrics.go` at 15bd6ad5.
 */
export function flaggerRange(least: number | null, most: number | null): VerdictTable {
  const breaks = [least, most].filter((limit) => limit !== null);
  const sorted = [...new Set(breaks)].sort((a, b) => a - b);
  const verdict = (value: number): Verdict => {
    if (least !== null && value < least) return 'fail';
    return most !== null && value > most ? 'fail' : 'pass';
  };
  return {
    breaks: sorted,
    at: sorted.map(verdict),
    between: Array.from({ length: sorted.length + 1 }, (_, i) => {
      const [low, high] = [sorted[i - 1], sorted[i]];
      if (low === undefined) return verdict(high === undefined ? 0 : high - 1);
      return verdict(high === undefined ? low + 1 : (low + high) / 2);
    }),
    empty: 'fail',
    notANumber: 'fail',
  };
}

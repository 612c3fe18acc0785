import { exp } from '../../../stats/elementary/exp';
import { log } from '../../../stats/elementary/log';
import type { Evidence } from './evidence';
import { waldEvidence } from './waldEvidence';

/** Evidence of a ratio whose logarithm is normal. */
export function logRatioEvidence(found: {
  readonly logRatio: number;
  readonly standardError: number;
  readonly notes?: readonly string[];
}): Evidence {
  const { logRatio, standardError, notes = [] } = found;
  const wald = waldEvidence({ estimate: logRatio, standardError });
  return {
    scale: 'ratio',
    estimate: exp(logRatio),
    standardError: null,
    statistic: wald.statistic,
    pValue: (ratio, alternative) =>
      ratio > 0 ? wald.pValue(log(ratio), alternative) : alternative === 'less' ? 1 : 0,
    interval: (tail) => {
      const found = wald.interval(tail);
      return found === null ? null : { low: exp(found.low), high: exp(found.high) };
    },
    notes,
  };
}

import type { Comparison } from './comparison';
import { metricValue } from './metricValue';

/** What the test is about, both ways, for people. */
export interface Hypotheses {
  /** What is refuted by a significant result. */
  readonly null: string;
  /** What it shows. */
  readonly alternative: string;
}

/** Both hypotheses in words, with the sign and the scale of the margin spelt out: most mistakes of sizing for a margin are there. */
export function hypothesesInWords(comparison: Comparison): Hypotheses {
  const { metric, treatment, hypothesis, sides, better, effect } = comparison;
  const name = `"${metric.name}"`;
  const who = treatment.name;
  const margin = metricValue(metric, comparison.margin / comparison.attenuation, 'difference');
  const worse = better === 1 ? 'lower' : 'higher';
  const good = better === 1 ? 'higher' : 'lower';
  if (hypothesis === 'non-inferiority') {
    return {
      null: `${name} in ${who} is ${worse} than in control by ${margin} or more (${good} is better).`,
      alternative: `${name} in ${who} is not ${worse} than in control by ${margin} or more: at worst it is ${worse} by less.`,
    };
  }
  if (hypothesis === 'equivalence') {
    return {
      null: `${name} in ${who} differs from control by ${margin} or more, one way or the other.`,
      alternative: `${name} in ${who} differs from control by less than ${margin} either way.`,
    };
  }
  const direction = effect < 0 ? 'lower' : 'higher';
  return sides === 2
    ? {
        null: `${name} is the same in ${who} and in control.`,
        alternative: `${name} differs between ${who} and control; it is planned to be ${direction}.`,
      }
    : {
        null: `${name} in ${who} is not ${direction} than in control.`,
        alternative: `${name} in ${who} is ${direction} than in control.`,
      };
}

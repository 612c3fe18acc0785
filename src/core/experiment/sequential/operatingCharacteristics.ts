import { fixedDrift } from './fixedDrift';
import {
  type CrossingProbabilities,
  crossingProbabilities,
  totalOf,
} from './crossingProbabilities';
import type { LookBound } from './lookBound';
import type { Recursion } from './recursion';

/** A number with no effect, and with the planned one. */
export interface NullAndEffect<Value> {
  readonly null: Value;
  readonly effect: Value;
}

/** What a design does. Sizes are shares of the size that one look at the end needs for the same power. */
export interface OperatingCharacteristics {
  /** Largest size, reached where no look stops the experiment. */
  readonly maximumInflation: number;
  readonly averageSample: NullAndEffect<number>;
  readonly stopProbability: NullAndEffect<CrossingProbabilities>;
  /** Chance of a significant result at some look: false alarm with no effect, success (planned direction) with it. */
  readonly typeOneError: number;
  readonly power: number;
  /** Chance of a significant result the wrong way if the effect is there. */
  readonly wrongSign: number;
}

interface Terms {
  readonly drift: number;
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
  /** Power of the single look that sizes are compared with. */
  readonly power: number;
}

/** The characteristics of given looks: `drift` is the expected z at full information if the effect is there. */
export function operatingCharacteristics(
  recursion: Recursion,
  terms: Terms,
): OperatingCharacteristics {
  return characteristicsOf(recursion.looks, terms, {
    null: crossingProbabilities(recursion, 0),
    effect: crossingProbabilities(recursion, terms.drift),
  });
}

/** The characteristics of looks whose chances are known. */
export function characteristicsOf(
  looks: readonly LookBound[],
  terms: Terms,
  { null: none, effect }: NullAndEffect<CrossingProbabilities>,
): OperatingCharacteristics {
  const fixed = fixedDrift(terms);
  const maximumInflation = (terms.drift / fixed) * (terms.drift / fixed);
  return {
    maximumInflation,
    averageSample: {
      null: maximumInflation * averageFraction(looks, none),
      effect: maximumInflation * averageFraction(looks, effect),
    },
    stopProbability: { null: none, effect },
    typeOneError: totalOf(none.success) + totalOf(none.wrong),
    power: totalOf(effect.success),
    wrongSign: totalOf(effect.wrong),
  };
}

/** Mean share of the information at which experiments end. */
export function averageFraction(
  looks: readonly LookBound[],
  { success, wrong, futility }: CrossingProbabilities,
): number {
  let goingOn = 1;
  let mean = 0;
  looks.forEach(({ fraction }, k) => {
    const isLast = k === looks.length - 1;
    const stopping = isLast
      ? goingOn
      : (success[k] as number) + (wrong[k] as number) + (futility[k] as number);
    mean += stopping * fraction;
    goingOn -= stopping;
  });
  return mean;
}

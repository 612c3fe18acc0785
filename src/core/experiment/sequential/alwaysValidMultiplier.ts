import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { log } from '../../stats/elementary/log';

/** How an always valid interval is made; sizes count units of both variants of the comparison. */
export type AlwaysValidRule =
  /** Asymptotic confidence sequence, tightest at `tuning` units (Waudby-Smith et al.). */
  | { readonly kind: 'asymptotic-cs'; readonly tuning: number }
  /** As GrowthBook publishes it: its default tuning is 5,000. */
  | { readonly kind: 'growthbook'; readonly tuning: number }
  /** As Eppo publishes it: its tuning is 10,000. */
  | { readonly kind: 'eppo'; readonly tuning: number }
  /** Mixture sequential probability ratio test: `mixingVariance` is the variance of the effects mixed over (Johari et al.). */
  | { readonly kind: 'msprt'; readonly mixingVariance: number }
  /** As Statsig publishes it: it tunes itself to the units at each look, so it is a fixed threshold for a fixed split. */
  | {
      readonly kind: 'statsig';
      readonly varianceControl: number;
      readonly varianceTreatment: number;
    };

/** What is in at a look. */
export interface AlwaysValidMoment {
  /** Units of both variants. */
  readonly units: number;
  /** Variance of the estimated effect. */
  readonly variance: number;
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
}

/**
 * Half width of an always valid interval in standard errors: the effect is significant where |z| is beyond.
 *
 * Formula: √((r + 1) / r · (2 ln(1/α) + ln(r + 1))) with r the information over that of the mixing distribution:
 * n ρ² for confidence sequences, ρ² = (-2 ln α + ln(1 - 2 ln α)) / tuning; mixing variance over variance for the
 * mixture test. One side: √(2 (r + 1) / r · ln(1 + √(r + 1) / (2α))), ρ² from 2α; for the mixture test α is doubled.
 * Statsig's: α/2 for α, mixing variance z² (var + var) / (n + n).
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Annals of Statistics 52, 2024, equations 9 and 161;
 * Howard, Ramdas, McAuliffe and Sekhon, Annals of Statistics 49, 2021, equation 14; Johari, Koomen, Pekelis and
 * Walsh, Operations Research 70, 2022; Zhao et al. 2019 as in Statsig's documentation of sequential testing.
 * Range: units, tuning and variances above 0, 0 < significanceLevel < ½. Accuracy reached: 1e-14 relative.
 */
export function alwaysValidMultiplier(rule: AlwaysValidRule, moment: AlwaysValidMoment): number {
  const { units, variance, significanceLevel, sides } = moment;
  switch (rule.kind) {
    case 'asymptotic-cs':
    case 'growthbook':
      return sequenceMultiplier(units * mixingRate(rule.tuning, moment), moment);
    case 'eppo':
      // Eppo publishes the two-sided interval alone; one side then takes that of twice the level.
      return mixtureMultiplier(
        units * mixingRate(rule.tuning, moment),
        significanceLevel * (sides === 1 ? 2 : 1),
      );
    case 'msprt':
      return mixtureMultiplier(
        rule.mixingVariance / variance,
        significanceLevel * (sides === 1 ? 2 : 1),
      );
    case 'statsig': {
      const level = significanceLevel / sides;
      const z = normalQuantile(level);
      const mixing = (z * z * (rule.varianceControl + rule.varianceTreatment)) / units;
      return mixtureMultiplier(mixing / variance, level);
    }
  }
}

/** ρ², the information a unit brings over that of the mixing distribution. */
function mixingRate(
  tuning: number,
  { significanceLevel, sides }: Pick<AlwaysValidMoment, 'significanceLevel' | 'sides'>,
): number {
  const twice = -2 * log(significanceLevel * (sides === 1 ? 2 : 1));
  return (twice + log(1 + twice)) / tuning;
}

function sequenceMultiplier(r: number, { significanceLevel, sides }: AlwaysValidMoment): number {
  if (sides === 2) return mixtureMultiplier(r, significanceLevel);
  const logarithm = log(1 + Math.sqrt(r + 1) / (2 * significanceLevel));
  return Math.sqrt(((2 * (r + 1)) / r) * logarithm);
}

function mixtureMultiplier(r: number, level: number): number {
  return Math.sqrt(((r + 1) / r) * (log(r + 1) - 2 * log(level)));
}

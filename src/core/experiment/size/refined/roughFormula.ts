import { countOf } from '../../../report/countOf';
import { formatPercent } from '../../../report/formatNumber';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import type { Comparison } from '../comparison';
import { criticalValue } from '../criticalValue';
import type { SizeWarning } from '../sizeAnswer';
import { sizeMethodOf } from '../sizeMethods';
import type { SizedPlan } from '../sizedPlan';
import { expandedPower } from './expandedPower';
import { rankPower } from './rankPower';
import { isRefinable, refinedPower } from './refinedPower';

/** Formula and truth further apart than this are said. */
const leastApart = 0.01;

/** All outcomes are only gone through where the expansion is nearly so far off: it takes a moment. */
const suspicious = 0.7 * leastApart;

/** Steps towards the size at which the refined power is the planned one. */
const steps = 4;

/** Null where the formula is near enough, or nothing better is known; NaN where no approximation is to be trusted. */
function powerOf(comparison: Comparison, total: number): number | null {
  if (comparison.enumerated || !isRefinable(comparison)) return null;
  const quick =
    comparison.metric.test === 'mann-whitney'
      ? rankPower(comparison, total)
      : expandedPower(comparison, total);
  if (quick === null) return null;
  const formula = sizeMethodOf(comparison.metric).power(comparison, total);
  if (Math.abs(quick - formula) < suspicious) return null;
  return refinedPower(comparison, total)?.power ?? NaN;
}

/** About the size at which the refined power is as planned: as power goes with the root of the size. */
function sizeFor(comparison: Comparison, from: number): number | null {
  let total = from;
  const wanted = criticalValue(comparison) + normalQuantile(comparison.power);
  for (let i = 0; i < steps; i += 1) {
    const power = refinedPower(comparison, total)?.power ?? NaN;
    const ratio = wanted / (criticalValue(comparison) + normalQuantile(power));
    if (!(ratio > 0 && ratio < 10)) return null;
    total *= ratio * ratio;
  }
  return total;
}

const reasons: Readonly<Partial<Record<string, string>>> = {
  quantile:
    'it takes the spread of control for both variants, and the standard error that a test reads off the data is noisy',
  ratio: 'the standard error that a test estimates goes up and down with the ratio itself',
  revenue:
    'spend is skewed, and more buyers in the treatment spread it more than the formula allows for',
  rank: 'it takes the spread of ranks without an effect for that with one',
};

/** The formula is a normal approximation, and for this plan one that is a point of power off. */
export function roughFormula({ plan, deciding, given, total }: SizedPlan): SizeWarning | null {
  const at = given?.total ?? total;
  const power = powerOf(deciding, at);
  if (power === null) return null;
  const formula = sizeMethodOf(deciding.metric).power(deciding, at);
  if (Math.abs(power - formula) < leastApart) return null;
  const { metric } = deciding;
  const index = plan.metrics.findIndex(({ name }) => name === metric.name);
  const path = ['metrics', index, 'test'];
  if (Number.isNaN(power)) {
    const message = `The formula says a power of ${formatPercent(formula)} with ${countOf(at, plan.unit)}, but "${metric.name}" is so skewed that with these sizes single values decide, and its normal approximation is not to be trusted. Simulate the plan (flaglab simulate, or Simulate in the panel).`;
    return { code: 'rough-formula', path, message };
  }
  const size = sizeFor(deciding, at);
  const reason =
    reasons[metric.kind] ??
    'with unequal variants and skewed counts its normal approximation is rough';
  const way =
    size === null
      ? 'Simulate the plan for the power it has.'
      : `A power of ${formatPercent(deciding.power)} takes about ${countOf(Math.ceil(size), plan.unit)} in all.`;
  const message = `The formula says a power of ${formatPercent(formula)} with ${countOf(at, plan.unit)}, but this test has about ${formatPercent(power)}: ${reason}. ${way}`;
  return { code: 'rough-formula', path, message };
}

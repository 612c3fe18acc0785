import type { Comparison } from '../comparison';
import { binomialWindow } from '../exact/binomialWindow';
import type { CountWindow } from '../exact/countWindow';
import { exactMethod, type ExactSizes } from '../exact/exactMethod';
import { fisherRegion } from '../exact/fisherRegion';
import { zContinuityCorrected } from './zContinuityCorrected';

interface Outcomes {
  readonly control: CountWindow;
  readonly treatment: CountWindow;
}

/** Chance of a sum of successes with treatment's within bounds, both included. */
function chance(
  { control, treatment }: Outcomes,
  sum: number,
  least: number,
  most: number,
): number {
  const from = Math.max(least, treatment.low, sum - control.low - control.masses.length + 1);
  const to = Math.min(most, treatment.low + treatment.masses.length - 1, sum - control.low);
  let total = 0;
  for (let x = from; x <= to; x += 1) {
    total +=
      (treatment.masses[x - treatment.low] as number) *
      (control.masses[sum - x - control.low] as number);
  }
  return total;
}

function powerAt(comparison: Comparison, { control: n1, treatment: n2 }: ExactSizes): number {
  const { baseline, target, effect, significanceLevel: level, sides } = comparison;
  const sign = effect < 0 ? -1 : 1;
  const control = binomialWindow(n1, baseline);
  const treatment = binomialWindow(n2, target);
  const outcomes = { control, treatment };
  const last = control.low + control.masses.length + treatment.low + treatment.masses.length - 2;
  let above = 0;
  let below = 0;
  for (let sum = control.low + treatment.low; sum <= last; sum += 1) {
    const { low, high } = fisherRegion({ n1, n2, sum }, { level, sides, sign });
    above += chance(outcomes, sum, high, n2);
    below += chance(outcomes, sum, 0, low);
  }
  if (comparison.countsWrongTail) return above + below;
  return sign > 0 ? above : below;
}

/** Fisher's exact test, its power enumerated over all outcomes. */
export const fisherExact = exactMethod({
  powerAt,
  like: zContinuityCorrected,
  definition: () => ({
    id: 'fisher-exact',
    name: 'Fisher’s exact test, exact power by enumeration',
    formula:
      'power = Σ P(x₁) P(x₂) over outcomes that the test rejects (two sides: tables at most as likely as the seen one); N is the smallest beyond which power stays above',
    source: 'Fisher, Statistical Methods for Research Workers, 5th edition 1934; R fisher.test',
  }),
});

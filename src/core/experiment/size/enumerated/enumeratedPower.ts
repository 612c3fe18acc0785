import type { Comparison } from '../comparison';
import { countsBothTails, criticalValue } from '../criticalValue';
import { binomialWindow } from '../exact/binomialWindow';
import type { CountWindow } from '../exact/countWindow';
import { edgedRejection } from '../exact/edgedRejection';
import { exactRejection, type RejectionChances } from '../exact/exactRejection';
import { poissonWindow } from '../exact/poissonWindow';
import { countTests } from './countTest';

/** Whole sizes of control and treatment. */
export interface GroupSizes {
  readonly control: number;
  readonly treatment: number;
}

/** Pairs of counts above which only the edges of the region of rejection are looked for, not each pair by itself. */
const mostPairs = 150_000;

/** Counts of both groups above which that is not done either. */
const mostCounts = 40_000;

/** Trials of a share; expected events of a rate of 1. */
function exposureOf({ metric }: Comparison, units: number): number {
  return metric.kind === 'proportion' ? units : units * (metric.exposure ?? 1);
}

function windowOf(comparison: Comparison, units: number, value: number): CountWindow {
  return comparison.metric.kind === 'proportion'
    ? binomialWindow(units, value)
    : poissonWindow(exposureOf(comparison, units) * value);
}

/** Counts that a window holds, before it is made. */
function widthOf(comparison: Comparison, units: number, value: number): number {
  return 17 * Math.sqrt(exposureOf(comparison, units) * value) + 51;
}

/** Whether a value can be: a share is within 0 and 1. */
function canBe({ metric }: Comparison, value: number): boolean {
  return value > 0 && (metric.kind !== 'proportion' || value < 1);
}

/** Chances of the comparison's test with treatment at `treatmentValue`; null where that cannot be, or the outcomes are too many. */
function chancesAt(
  comparison: Comparison,
  { control, treatment }: GroupSizes,
  treatmentValue: number,
): RejectionChances | null {
  const { metric, baseline, margin } = comparison;
  const statistic = countTests[metric.test]?.statistic;
  if (statistic === undefined || !canBe(comparison, treatmentValue)) return null;
  const controlCounts = widthOf(comparison, control, baseline);
  const treatmentCounts = widthOf(comparison, treatment, treatmentValue);
  if (!(controlCounts + treatmentCounts <= mostCounts)) return null;
  const enumerate = controlCounts * treatmentCounts <= mostPairs ? exactRejection : edgedRejection;
  const n1 = exposureOf(comparison, control);
  const n2 = exposureOf(comparison, treatment);
  const isAtControl = comparison.hypothesis === 'superiority';
  // "Above" is from the boundary below control, "below" from the one above.
  const low = { at: baseline, shift: isAtControl ? 0 : -margin };
  const high = { at: baseline, shift: isAtControl ? 0 : margin };
  return enumerate({
    control: windowOf(comparison, control, baseline),
    treatment: windowOf(comparison, treatment, treatmentValue),
    above: (x1, x2) => statistic({ x1, n1, x2, n2 }, low),
    ...(!isAtControl && {
      below: (x1: number, x2: number) => -statistic({ x1, n1, x2, n2 }, high),
    }),
    critical: criticalValue(comparison),
  });
}

/** Of the chances, that of the comparison's own claim. */
function claimed(comparison: Comparison, { above, below, both }: RejectionChances): number {
  const { hypothesis, better, effect } = comparison;
  if (hypothesis === 'equivalence') return both;
  if (hypothesis === 'non-inferiority') return better > 0 ? above : below;
  if (countsBothTails(comparison)) return above + below;
  return effect < 0 ? below : above;
}

/** Exact power of a comparison's own test at whole sizes; null where the outcomes are too many to go through, or the target cannot be. */
export function enumeratedPower(comparison: Comparison, sizes: GroupSizes): number | null {
  const chances = chancesAt(comparison, sizes, comparison.target);
  return chances === null ? null : claimed(comparison, chances);
}

/**
 * Exact chance of a false alarm at whole sizes: without a difference (either way for two sides), or with treatment at the
 * edge of the margin (equivalence: at the edge that gives more). Null where the outcomes are too many.
 */
export function enumeratedTypeOneError(comparison: Comparison, sizes: GroupSizes): number | null {
  const { hypothesis, baseline, margin, better, sides, effect } = comparison;
  if (hypothesis === 'superiority') {
    const none = chancesAt(comparison, sizes, baseline);
    if (none === null) return null;
    if (sides === 2) return none.above + none.below;
    return effect < 0 ? none.below : none.above;
  }
  const edges = hypothesis === 'equivalence' ? [-margin, margin] : [-better * margin];
  const errors = edges.map((edge) => {
    const chances = chancesAt(comparison, sizes, baseline + edge);
    return chances === null ? null : claimed(comparison, chances);
  });
  return errors.reduce<number | null>(
    (most, error) => (most === null || error === null ? null : Math.max(most, error)),
    0,
  );
}

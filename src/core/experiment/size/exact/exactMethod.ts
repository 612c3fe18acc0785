import type { Comparison } from '../comparison';
import type { SizeDefinition } from '../sizeAnswer';
import type { SizeMethod } from '../sizeMethod';
import { effectByPower } from '../solveByPower';
import { wholePair } from '../wholePair';
import { smallestLasting } from './smallestLasting';

/** Largest size of a variant that an exact test is worked out for: beyond, Monte Carlo takes over. */
export const mostExactUnits = 2000;

/** Whole sizes of control and treatment. */
export interface ExactSizes {
  readonly control: number;
  readonly treatment: number;
}

export interface ExactTest {
  readonly definition: () => SizeDefinition;
  /** Power at whole sizes, both at least 1. */
  readonly powerAt: (comparison: Comparison, sizes: ExactSizes) => number;
  /** A test much like it that has a formula: the search begins somewhat above its size, beyond the saw-tooth's reach. */
  readonly like: SizeMethod;
}

function power(test: ExactTest, comparison: Comparison, total: number): number {
  const sizes = wholePair(comparison, total);
  if (Math.max(sizes.control, sizes.treatment) > mostExactUnits * 1.7) return NaN;
  return test.powerAt(comparison, sizes);
}

/** Total at which the smaller of the two variants has this many units. */
function totalAt({ controlShare, treatmentShare }: Comparison, smaller: number): number {
  return smaller / Math.min(controlShare, treatmentShare);
}

/**
 * The smallest size beyond which power never falls below what is wanted, as far as it was looked: from well above
 * the size of a test like it downward to the first that has too little.
 */
function totalSampleSize(test: ExactTest, comparison: Comparison, wanted: number): number {
  const { controlShare, treatmentShare } = comparison;
  const larger = Math.max(controlShare, treatmentShare);
  const smaller = Math.min(controlShare, treatmentShare);
  const most = Math.floor((mostExactUnits * smaller) / larger);
  const guess = test.like.totalSampleSize(comparison, wanted) * smaller;
  if (!(guess <= most * 1.15)) return Infinity;
  const enough = (n: number): boolean => power(test, comparison, totalAt(comparison, n)) >= wanted;
  return totalAt(comparison, smallestLasting(enough, { guess, most }));
}

/** The questions of planning for a test whose power is enumerated: whole sizes, a saw-tooth, and an end. */
export function exactMethod(test: ExactTest): SizeMethod {
  const powerAt = (comparison: Comparison, total: number): number => power(test, comparison, total);
  return {
    definition: test.definition,
    margins: false,
    exact: true,
    power: powerAt,
    totalSampleSize: (comparison, wanted) => totalSampleSize(test, comparison, wanted),
    minimumDetectableEffect: (comparison, total, wanted) =>
      effectByPower(comparison, total, wanted, powerAt),
  };
}

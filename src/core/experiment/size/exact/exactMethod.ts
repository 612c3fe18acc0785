import type { Comparison } from '../comparison';
import type { SizeDefinition } from '../sizeAnswer';
import type { SizeMethod } from '../sizeMethod';
import { effectByPower } from '../solveByPower';

/** Largest size of a variant that an exact test is worked out for: beyond, Monte Carlo takes over. */
export const mostExactUnits = 2000;

/** How far above a first guess the search begins, as a share of it (and 15 more). */
const searchAbove = 0.03;

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

function sizesAt({ controlShare, treatmentShare }: Comparison, total: number): ExactSizes {
  return {
    control: Math.max(1, Math.round(total * controlShare)),
    treatment: Math.max(1, Math.round(total * treatmentShare)),
  };
}

function power(test: ExactTest, comparison: Comparison, total: number): number {
  const sizes = sizesAt(comparison, total);
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
  let n = Math.ceil(guess * (1 + searchAbove)) + 15;
  while (!enough(n)) {
    if (n > most) return Infinity;
    n = Math.ceil(n * 1.2);
  }
  while (n > 1 && enough(n - 1)) n -= 1;
  return n > most ? Infinity : totalAt(comparison, n);
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

import type { Comparison } from '../comparison';
import type { SizeDefinition } from '../sizeAnswer';
import type { SizeMethod } from '../sizeMethod';
import { effectByPower } from '../solveByPower';
import { enumeratedPower } from './enumeratedPower';
import { groupSizes } from './groupSizes';

/** How far above the formula's size the search begins, as a share of it (and some units more): beyond the saw-tooth's reach. */
const searchAbove = 0.03;
const moreUnits = 30;
/** How far above what is enough a tooth that is not is looked for. */
const lookAbove = 1.05;
/** Steps of the search are this share of the size, at least a unit: with few events power hardly moves within one. */
const stepShare = 0.002;

function powerAt(method: SizeMethod, comparison: Comparison, total: number): number {
  return (
    enumeratedPower(comparison, groupSizes(comparison, total)) ?? method.power(comparison, total)
  );
}

/** Down from a total that is enough to the last that is, in steps that become finer. */
function lastEnough(enough: (total: number) => boolean, start: number, firstStep: number): number {
  let total = start;
  for (let step = firstStep; ; step = Math.ceil(step / 8)) {
    while (total - step >= 2 && enough(total - step)) total -= step;
    if (step === 1) return total;
  }
}

/**
 * The smallest size beyond which power never falls below what is wanted, as far as it was looked: from above the formula's
 * size downward in steps, and unit by unit within the last one. Rounding each group up may add two units: with them it is
 * enough, too.
 */
function totalSampleSize(method: SizeMethod, comparison: Comparison, wanted: number): number {
  const guess = method.totalSampleSize(comparison, wanted);
  const isSmall =
    Number.isFinite(guess) && enumeratedPower(comparison, groupSizes(comparison, guess)) !== null;
  if (!isSmall) return guess;
  const known = new Map<number, boolean>();
  const reaches = (total: number): boolean => {
    const before = known.get(total) ?? powerAt(method, comparison, total) >= wanted;
    known.set(total, before);
    return before;
  };
  const enough = (total: number): boolean =>
    reaches(total) && reaches(total + 1) && reaches(total + 2);
  let start = Math.ceil(guess * (1 + searchAbove)) + moreUnits;
  while (!enough(start)) start = Math.ceil(start * 1.1);
  const step = Math.max(1, Math.floor(start * stepShare));
  const most = start * lookAbove;
  for (let total = start + step; total < most; total += step) {
    if (!enough(total)) start = total + step;
  }
  const found = lastEnough(enough, start, step);
  // A whole number in the smaller group, where that is no worse.
  const smaller = Math.min(comparison.controlShare, comparison.treatmentShare);
  const whole = Math.ceil(found * smaller * (1 - 1e-12)) / smaller;
  return reaches(whole) ? whole : found;
}

function enumeratedDefinition({ id, name, formula, source }: SizeDefinition): SizeDefinition {
  return {
    id: `${id}-enumerated`,
    name: `${name}; few events, so its exact power by enumeration`,
    formula: `power = Σ P(x₁) P(x₂) over outcomes that the test rejects; N is the smallest beyond which power stays above. The formula for many events would be ${formula}`,
    source,
  };
}

/**
 * A test's answers where so few events are expected that its formula is not to be trusted (`comparison.enumerated`): its
 * power by going through all outcomes. Where they are too many (a curve far beyond the size), the formula again.
 */
export function enumeratedMethod(method: SizeMethod): SizeMethod {
  const power = (comparison: Comparison, total: number): number =>
    comparison.enumerated ? powerAt(method, comparison, total) : method.power(comparison, total);
  return {
    ...method,
    definition: (comparison) =>
      comparison.enumerated
        ? enumeratedDefinition(method.definition(comparison))
        : method.definition(comparison),
    power,
    totalSampleSize: (comparison, wanted) =>
      comparison.enumerated
        ? totalSampleSize(method, comparison, wanted)
        : method.totalSampleSize(comparison, wanted),
    minimumDetectableEffect: (comparison, total, wanted) =>
      comparison.enumerated
        ? effectByPower(comparison, total, wanted, power)
        : method.minimumDetectableEffect(comparison, total, wanted),
  };
}

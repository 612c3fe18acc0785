import { betaQuantile } from '../../stats/distributions/betaQuantile';
import { binomialUpperTail } from '../../stats/distributions/binomialUpperTail';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';
import { countOf } from '../../report/countOf';
import type { PlanLabels } from '../plan/planSchema';
import type { LabelsAnswer } from './labelsAnswer';

/** Beyond any number of labels. */
const mostLabels = 1e12;

/** Length of Wilson's interval, halved, for a share of `n` labels that need not be whole. */
function wilsonHalf(share: number, n: number, z: number): number {
  const square = z * z;
  return (z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n);
}

/** The same of the Clopper-Pearson interval. */
function clopperPearsonHalf(share: number, n: number, tail: number): number {
  const successes = share * n;
  const low = betaQuantile(tail, successes, n - successes + 1);
  const high = betaQuantile(1 - tail, successes + 1, n - successes);
  return (high - low) / 2;
}

/** The smallest whole number that is enough, of a question that more always answers better. */
function smallest(enough: (n: number) => boolean): number {
  let high = 2;
  while (!enough(high)) {
    if (high > mostLabels) return Infinity;
    high *= 2;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function forHalfWidth({ expected, interval, confidenceLevel }: PlanLabels, halfWidth: number) {
  const tail = (1 - confidenceLevel) / 2;
  const z = -normalQuantile(tail);
  return smallest((n) =>
    interval === 'wilson'
      ? wilsonHalf(expected, n, z) <= halfWidth
      : clopperPearsonHalf(expected, n, tail) <= halfWidth,
  );
}

/** Fewest right answers of `n` that show the floor: Wilson's lower end above it, or an exact binomial test. */
function leastRight({ interval, confidenceLevel }: PlanLabels, floor: number, n: number): number {
  const tail = 1 - confidenceLevel;
  const z = -normalQuantile(tail);
  const near = Math.floor(n * floor + z * Math.sqrt(n * floor * (1 - floor)));
  const shows = (x: number): boolean =>
    interval === 'wilson'
      ? (x / n - floor) / Math.sqrt((floor * (1 - floor)) / n) >= z
      : binomialUpperTail(x - 1, n, floor) <= tail;
  let x = Math.max(0, Math.min(n, near));
  while (x <= n && !shows(x)) x += 1;
  while (x > 0 && shows(x - 1)) x -= 1;
  return x;
}

/** The smallest number beyond which the power never falls below what is wanted: a saw-tooth, looked at from above. */
function forFloor(row: PlanLabels, floor: number): number {
  const { expected, confidenceLevel, power } = row;
  const za = -normalQuantile(1 - confidenceLevel);
  const zb = normalQuantile(power);
  const root =
    (za * Math.sqrt(floor * (1 - floor)) + zb * Math.sqrt(expected * (1 - expected))) /
    (expected - floor);
  const guess = Math.max(5, root * root);
  if (guess > 1e7) return Math.ceil(guess);
  const enough = (n: number): boolean =>
    binomialUpperTail(leastRight(row, floor, n) - 1, n, expected) >= power;
  let n = Math.ceil(guess + 6 * Math.sqrt(guess) + 30);
  while (!enough(n)) n = Math.ceil(n * 1.2);
  while (n > 1 && enough(n - 1)) n -= 1;
  return n;
}

/** Neyman's shares of the strata, and the number in all by the normal approximation. */
function byStrata(row: PlanLabels) {
  const { strata = [], halfWidth, floor = 0, confidenceLevel, power } = row;
  const spread = strata.map(({ share, expected: p }) => share * Math.sqrt(p * (1 - p)));
  const sum = spread.reduce((total, each) => total + each, 0);
  const mean = strata.reduce((total, { share, expected }) => total + share * expected, 0);
  const z =
    halfWidth === undefined
      ? (normalQuantile(power) - normalQuantile(1 - confidenceLevel)) / (mean - floor)
      : -normalQuantile((1 - confidenceLevel) / 2) / halfWidth;
  return strata.map(({ name }, i) => ({
    name,
    counting: mean > floor ? Math.max(2, Math.ceil(sum * (spread[i] ?? 0) * z * z)) : Infinity,
  }));
}

function definitionOf({ strata, interval, floor }: PlanLabels): string {
  if (strata !== undefined) {
    return 'Stratified, shares after Neyman, normal approximation (Cochran, Sampling Techniques, 3rd edition 1977, section 5.5)';
  }
  if (floor === undefined) {
    return interval === 'wilson'
      ? 'Half the length of Wilson’s interval at the expected value (Wilson, JASA 22, 1927)'
      : 'Half the length of the Clopper-Pearson interval at the expected value (Clopper and Pearson, Biometrika 26, 1934)';
  }
  return interval === 'wilson'
    ? 'One-sided score test against the floor, exact binomial power, smallest size beyond which it stays above'
    : 'One-sided exact binomial test against the floor, exact power, smallest size beyond which it stays above';
}

function sentenceOf(row: PlanLabels, counting: number, total: number): string {
  const { name, halfWidth, floor, confidenceLevel, expected, qualifyingShare, measure } = row;
  const aim =
    halfWidth === undefined
      ? `to show that ${name} is above ${formatDecimal(floor ?? 0, 4)} if it is ${formatDecimal(expected, 4)} (power ${formatPercent(row.power)}, ${formatPercent(confidenceLevel)} confidence)`
      : `to know ${name} to within ±${formatDecimal(halfWidth, 4)} (${formatPercent(confidenceLevel)} confidence, expected ${formatDecimal(expected, 4)})`;
  const which = { accuracy: '', precision: ' of flagged items', recall: ' of positive items' };
  const all =
    qualifyingShare < 1
      ? `, which takes about ${formatCount(total)} in all: ${formatPercent(qualifyingShare)} of them count`
      : '';
  return `You need ${countOf(counting, 'label')}${which[measure]} ${aim}${all}.`;
}

/** Labels to collect for one number about a model: to estimate it within a half-width, or to show it above a floor. */
export function labelsNeeded(row: PlanLabels): LabelsAnswer {
  const { halfWidth, floor = 0, qualifyingShare, name } = row;
  const strata = row.strata === undefined ? [] : byStrata(row);
  const whole =
    row.strata === undefined
      ? halfWidth === undefined
        ? forFloor(row, floor)
        : forHalfWidth(row, halfWidth)
      : strata.reduce((sum, { counting }) => sum + counting, 0);
  const total = Math.ceil((whole / qualifyingShare) * (1 - 1e-12));
  return {
    name,
    counting: whole,
    total,
    strata,
    definition: definitionOf(row),
    sentence: sentenceOf(row, whole, total),
  };
}

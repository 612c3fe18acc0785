import { asin } from '../../../stats/elementary/asin';
import type { Comparison } from '../comparison';
import { criticalValue } from '../criticalValue';
import { binomialWindow } from '../exact/binomialWindow';
import { exactMethod, type ExactSizes } from '../exact/exactMethod';
import { zPooled } from './zPooled';

/** Common proportions at which the type I error is looked at, even on the arcsine scale, 0 to 1. */
const nuisances: readonly number[] = Array.from({ length: 80 }, (_, i) => {
  // sin²(x) by its inverse on a fine table would need a sine: halving on the arcsine serves as well.
  const wanted = ((i + 0.5) / 80) * (Math.PI / 2);
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (asin(Math.sqrt(middle)) < wanted) low = middle;
    else high = middle;
  }
  return low;
});

/** For each count of control: the counts of treatment that reject are up to `low[x1]` and from `high[x1]` on. */
interface Region {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function pooledZ(n1: number, n2: number, x1: number, x2: number): number {
  const difference = x2 / n2 - x1 / n1;
  if (difference === 0) return 0;
  const pooled = (x1 + x2) / (n1 + n2);
  return difference / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}

/** Bounds rise with control's count, so that each is found by walking on from the one before. */
function regionOf(n1: number, n2: number, critical: number, sides: 1 | 2, sign: 1 | -1): Region {
  const low = new Int32Array(n1 + 1).fill(-1);
  const high = new Int32Array(n1 + 1).fill(n2 + 1);
  let up = 0;
  let down = -1;
  for (let x1 = 0; x1 <= n1; x1 += 1) {
    if (sides === 2 || sign > 0) {
      while (up <= n2 && !(pooledZ(n1, n2, x1, up) >= critical)) up += 1;
      high[x1] = up;
    }
    if (sides === 2 || sign < 0) {
      while (down < n2 && -pooledZ(n1, n2, x1, down + 1) >= critical) down += 1;
      low[x1] = down;
    }
  }
  return { low, high };
}

/** Running sums of a binomial window, for chances of intervals. */
function tableOf(n: number, p: number) {
  const { low, masses } = binomialWindow(n, p);
  const sums = new Float64Array(masses.length + 1);
  for (let i = 0; i < masses.length; i += 1) {
    sums[i + 1] = (sums[i] as number) + (masses[i] as number);
  }
  return { low, masses, sums };
}

type Table = ReturnType<typeof tableOf>;

/** P(X <= k). */
function upTo({ low, sums }: Table, k: number): number {
  const i = Math.max(0, Math.min(sums.length - 1, k - low + 1));
  return sums[i] as number;
}

function chances(control: Table, treatment: Table, { low, high }: Region) {
  let above = 0;
  let below = 0;
  const all = treatment.sums.at(-1) as number;
  for (let i = 0; i < control.masses.length; i += 1) {
    const x1 = control.low + i;
    const mass = control.masses[i] as number;
    above += mass * (all - upTo(treatment, (high[x1] as number) - 1));
    below += mass * upTo(treatment, low[x1] as number);
  }
  return { above, below };
}

interface Level {
  readonly level: number;
  readonly sides: 1 | 2;
  readonly sign: 1 | -1;
}

/** Smallest critical value, to 1e-4, at which no common proportion gives more false alarms than the level. */
function exactCritical(n1: number, n2: number, start: number, test: Level): number {
  const tables = nuisances.map((p) => [tableOf(n1, p), tableOf(n2, p)] as const);
  const holds = (critical: number): boolean => {
    const region = regionOf(n1, n2, critical, test.sides, test.sign);
    return tables.every(([control, treatment]) => {
      const { above, below } = chances(control, treatment, region);
      return above + below <= test.level;
    });
  };
  let [low, high] = [start * 0.9, start * 1.1];
  while (!holds(high)) [low, high] = [high, high * 1.3];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function powerAt(comparison: Comparison, { control: n1, treatment: n2 }: ExactSizes): number {
  const { baseline, target, effect, significanceLevel: level, sides } = comparison;
  const sign = effect < 0 ? -1 : 1;
  const critical = exactCritical(n1, n2, criticalValue(comparison), { level, sides, sign });
  const region = regionOf(n1, n2, critical, sides, sign);
  const { above, below } = chances(tableOf(n1, baseline), tableOf(n2, target), region);
  if (comparison.countsWrongTail) return above + below;
  return sign > 0 ? above : below;
}

/** The exact unconditional test by the pooled z statistic: the type I error holds whatever the common proportion. */
export const exactUnconditional = exactMethod({
  powerAt,
  like: zPooled,
  definition: () => ({
    id: 'exact-unconditional',
    name: 'Exact unconditional test by the pooled z (Suissa-Shuster), exact power by enumeration',
    formula:
      'reject where |z| reaches the smallest value whose type I error is at most α for every common proportion (80 of them looked at); N is the smallest beyond which power stays above',
    source: 'Suissa and Shuster, Journal of the Royal Statistical Society A 148, 1985, 317-327',
  }),
});

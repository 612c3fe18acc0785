import type { Plan, PlanMetric } from '../../experiment/plan/planSchema';
import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { sampleBernoulliCount } from '../../stats/random/sampleBernoulliCount';
import { sampleGamma } from '../../stats/random/sampleGamma';
import { sampleNegativeBinomial } from '../../stats/random/sampleNegativeBinomial';
import { sampleNormalQuickly } from '../../stats/random/sampleNormalQuickly';
import { samplePoisson } from '../../stats/random/samplePoisson';
import type { DiscreteTable } from '../../stats/random/discreteTable';
import type { RandomStream } from '../../stats/random/randomStream';
import type { ArmColumns } from '../launch/launchData';
import { SessionTable, type SessionTerms } from './sessionTable';
import { eventTable, Tables } from './tables';
import type { ArmSamplers, UnitSampler } from './unitSampler';

/** Above this mean a table of events would be long: each is drawn by itself. */
const mostTabled = 1000;

/** Successes of units, each drawn by itself. */
const successes: UnitSampler = {
  draw: (stream, units, value, arm, step) => {
    const count = sampleBernoulliCount(stream, units, value);
    arm.units[step]! += units;
    arm.y[step]! += count;
    arm.yy[step]! += count;
    // In which order those come that come between two looks does not matter.
    if (arm.values === null) return;
    for (let i = 0; i < units; i += 1) arm.values.add(i < count ? 1 : 0);
  },
};

/** A unit's own value from its mean. */
type DrawValue = (stream: RandomStream, mean: number) => number;

/** Values of units, one after the other, less a centre in the sums. */
function values(drawOne: DrawValue, centre: number): UnitSampler {
  return {
    draw: (stream, units, mean, arm, step) => {
      let sum = 0;
      let squares = 0;
      const { values: kept } = arm;
      for (let i = 0; i < units; i += 1) {
        const value = drawOne(stream, mean);
        const apart = value - centre;
        sum += apart;
        squares += apart * apart;
        kept?.add(value);
      }
      arm.units[step]! += units;
      arm.y[step]! += sum;
      arm.yy[step]! += squares;
    },
  };
}

/** Events of units in their exposure. */
function events({ dispersion = 0 }: PlanMetric, exposure: number): UnitSampler {
  const tables = new Tables<DiscreteTable>(eventTable);
  const drawOne: DrawValue = (stream, mean) => {
    if (mean <= mostTabled) return tables.of(mean, dispersion).draw(stream);
    return dispersion === 0
      ? samplePoisson(stream, mean)
      : sampleNegativeBinomial(stream, 1 / dispersion, mean);
  };
  const each = values(drawOne, 0);
  return {
    draw: (stream, units, value, arm, step) => {
      const before = arm.y[step] as number;
      each.draw(stream, units, value * exposure, arm, step);
      addExposure(arm, { step, units, exposure, events: (arm.y[step] as number) - before });
    },
  };
}

function addExposure(
  arm: ArmColumns,
  of: {
    readonly step: number;
    readonly units: number;
    readonly exposure: number;
    readonly events: number;
  },
): void {
  arm.d[of.step]! += of.units * of.exposure;
  arm.dd[of.step]! += of.units * of.exposure * of.exposure;
  arm.yd[of.step]! += of.events * of.exposure;
}

/** Spend: whether a unit buys, and for buyers a lognormal amount. The effect is in the share of buyers while that is one. */
function spend({ baseline, buyerShare = 1, logDeviation = 1 }: PlanMetric): UnitSampler {
  const halfVariance = (logDeviation * logDeviation) / 2;
  return {
    draw: (stream, units, value, arm, step) => {
      const wanted = (buyerShare * value) / baseline;
      const share = Math.min(1, wanted);
      const logMean = log(value / share) - halfVariance;
      const buyers = sampleBernoulliCount(stream, units, share);
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < buyers; i += 1) {
        const amount = exp(logMean + logDeviation * sampleNormalQuickly(stream));
        sum += amount;
        squares += amount * amount;
        arm.values?.add(amount);
      }
      if (arm.values !== null) for (let i = buyers; i < units; i += 1) arm.values.add(0);
      arm.units[step]! += units;
      arm.y[step]! += sum;
      arm.yy[step]! += squares;
    },
  };
}

/** Sessions and successes of users that differ. */
function sessions(terms: SessionTerms): UnitSampler {
  const tables = new Tables<SessionTable>((share) => new SessionTable(terms, share));
  return {
    draw: (stream, units, value, arm, step) => {
      const { table, ...cells } = tables.of(value, 0);
      let [y, yy, d, dd, yd] = [0, 0, 0, 0, 0];
      for (let i = 0; i < units; i += 1) {
        const cell = table.draw(stream);
        const count = cells.sessions[cell] as number;
        const won = cells.successes[cell] as number;
        y += won;
        yy += won * won;
        d += count;
        dd += count * count;
        yd += won * count;
      }
      addSums(arm, { step, units, y, yy, d, dd, yd });
    },
  };
}

/** Numerator and denominator with the plan's moments: a gamma denominator, a normal rest. */
function ratio(metric: PlanMetric): UnitSampler {
  const { deviation = 0, denominatorMean = 1, denominatorDeviation: spreadOf = 0 } = metric;
  const isConstant = metric.denominatorMean === undefined || spreadOf === 0;
  const correlation = isConstant ? 0 : (metric.numeratorDenominatorCorrelation ?? 0);
  const slope = isConstant ? 0 : (correlation * deviation) / spreadOf;
  const rest = deviation * Math.sqrt(1 - correlation * correlation);
  const shape = isConstant ? 1 : (denominatorMean / spreadOf) * (denominatorMean / spreadOf);
  return {
    draw: (stream, units, value, arm, step) => {
      let [y, yy, d, dd, yd] = [0, 0, 0, 0, 0];
      for (let i = 0; i < units; i += 1) {
        const under = isConstant
          ? denominatorMean
          : sampleGamma(stream, shape, denominatorMean / shape);
        const over =
          value * denominatorMean +
          slope * (under - denominatorMean) +
          rest * sampleNormalQuickly(stream);
        y += over;
        yy += over * over;
        d += under;
        dd += under * under;
        yd += over * under;
      }
      addSums(arm, { step, units, y, yy, d, dd, yd });
    },
  };
}

function addSums(
  arm: ArmColumns,
  sums: {
    readonly step: number;
    readonly units: number;
    readonly y: number;
    readonly yy: number;
    readonly d: number;
    readonly dd: number;
    readonly yd: number;
  },
): void {
  const { step } = sums;
  arm.units[step]! += sums.units;
  arm.y[step]! += sums.y;
  arm.yy[step]! += sums.yy;
  arm.d[step]! += sums.d;
  arm.dd[step]! += sums.dd;
  arm.yd[step]! += sums.yd;
}

/** A time or a size: lognormal around its quantile; without the deviation of the logarithm that which gives the plan's density. */
function quantileValue(metric: PlanMetric): DrawValue {
  const { baseline, quantile = 0.5, density = 1 } = metric;
  const z = normalQuantile(quantile);
  const heightAt = 0.3989422804014327 * exp((-z * z) / 2);
  const logDeviation = metric.logDeviation ?? heightAt / (baseline * density);
  return (stream, value) => value * exp(logDeviation * (sampleNormalQuickly(stream) - z));
}

/** Latent normal values a chance of being above apart. */
const rankValue: DrawValue = (stream, chance) =>
  Math.SQRT2 * normalQuantileOf(chance) + sampleNormalQuickly(stream);

let knownChance = { chance: 0.5, z: 0 };

function normalQuantileOf(chance: number): number {
  if (knownChance.chance !== chance) knownChance = { chance, z: normalQuantile(chance) };
  return knownChance.z;
}

function both(sampler: UnitSampler, centre = 0): ArmSamplers {
  return { control: sampler, treatment: sampler, centre };
}

/** Draws every unit by itself; null where the metric cannot be drawn. */
export function userSamplers(
  metric: PlanMetric,
  simulation: Plan['simulation'],
): ArmSamplers | null {
  const { kind, baseline, deviation = NaN, treatmentDeviation = deviation } = metric;
  switch (kind) {
    case 'proportion':
      return both(successes);
    case 'mean': {
      const normal =
        (spreadOf: number): DrawValue =>
        (stream, mean) =>
          mean + spreadOf * sampleNormalQuickly(stream);
      return {
        control: values(normal(deviation), baseline),
        treatment: values(normal(treatmentDeviation), baseline),
        centre: baseline,
      };
    }
    case 'count':
      return both(events(metric, 1));
    case 'rate':
      return both(events(metric, metric.exposure ?? 1));
    case 'revenue':
      return both(spend(metric));
    case 'ratio':
      return both(
        simulation?.sessions !== undefined && baseline < 1
          ? sessions(simulation.sessions)
          : ratio(metric),
      );
    case 'quantile':
      return both(values(quantileValue(metric), baseline), baseline);
    case 'rank':
      return both(values(rankValue, 0));
    case 'time-to-event':
      return null;
  }
}

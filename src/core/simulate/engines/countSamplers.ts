import type { Comparison } from '../../experiment/size/comparison';
import { sampleBinomial } from '../../stats/random/sampleBinomial';
import { sampleGamma } from '../../stats/random/sampleGamma';
import { sampleNormal } from '../../stats/random/sampleNormal';
import { samplePoisson } from '../../stats/random/samplePoisson';
import type { DiscreteTable } from '../../stats/random/discreteTable';
import type { ArmColumns } from '../launch/launchData';
import { binomialTable, Tables } from './tables';
import type { ArmSamplers, UnitSampler } from './unitSampler';

/** Successes of alike units: one binomial draw. */
const binomial: UnitSampler = {
  draw: (stream, units, value, arm, step) => {
    const successes = sampleBinomial(stream, units, value);
    arm.units[step]! += units;
    arm.y[step]! += successes;
    arm.yy[step]! += successes;
  },
};

/** Above so many trials a table would be long: each count is drawn by itself. */
const mostTabled = 100_000;

/** The same where sizes are fixed: every launch draws from the same few distributions, which are kept as tables. */
function tabledBinomial(): UnitSampler {
  const tables = new Tables<DiscreteTable>(binomialTable);
  return {
    draw: (stream, units, value, arm, step) => {
      if (units > mostTabled) {
        binomial.draw(stream, units, value, arm, step);
        return;
      }
      const successes = tables.of(units, value).draw(stream);
      arm.units[step]! += units;
      arm.y[step]! += successes;
      arm.yy[step]! += successes;
    },
  };
}

/** Sum and squares of normal values around a centre: one normal and one chi-square draw, which is exact. */
function normalSums(deviation: number, centre: number): UnitSampler {
  return {
    draw: (stream, units, value, arm, step) => {
      if (units === 0) return;
      const sum = units * (value - centre) + deviation * Math.sqrt(units) * sampleNormal(stream);
      const squares =
        units < 2 ? 0 : deviation * deviation * sampleGamma(stream, (units - 1) / 2, 2);
      arm.units[step]! += units;
      arm.y[step]! += sum;
      arm.yy[step]! += squares + (sum * sum) / units;
    },
  };
}

/** Events of alike units: a sum of Poisson counts is one. Only totals are kept, which is all that the tests of rates ask for. */
function poissonSums(exposure: number): UnitSampler {
  return {
    draw: (stream, units, value, arm, step) => {
      const events = samplePoisson(stream, units * value * exposure);
      arm.units[step]! += units;
      arm.y[step]! += events;
      addExposure(arm, step, units, exposure);
    },
  };
}

function addExposure(arm: ArmColumns, step: number, units: number, exposure: number): void {
  arm.d[step]! += units * exposure;
  arm.dd[step]! += units * exposure * exposure;
}

/** Tests that ask of counts for nothing but their totals. */
const testsOfTotals: ReadonlySet<string> = new Set(['poisson', 'poisson-score']);

/** Exact sums for a whole group of units at once; null where the metric has none. */
export function countSamplers(
  { metric }: Pick<Comparison, 'metric'>,
  { isFixedSplit }: { readonly isFixedSplit: boolean },
): ArmSamplers | null {
  const both = (sampler: UnitSampler, centre = 0): ArmSamplers => ({
    control: sampler,
    treatment: sampler,
    centre,
  });
  switch (metric.kind) {
    case 'proportion':
      return isFixedSplit
        ? { control: tabledBinomial(), treatment: tabledBinomial(), centre: 0 }
        : both(binomial);
    case 'mean': {
      const { deviation = NaN, treatmentDeviation = deviation, baseline } = metric;
      return {
        control: normalSums(deviation, baseline),
        treatment: normalSums(treatmentDeviation, baseline),
        centre: baseline,
      };
    }
    case 'count':
    case 'rate':
      return (metric.dispersion ?? 0) === 0 && testsOfTotals.has(metric.test)
        ? both(poissonSums(metric.kind === 'rate' ? (metric.exposure ?? 1) : 1))
        : null;
    default:
      return null;
  }
}

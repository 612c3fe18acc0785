import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';

function share() {
  return z.number().check(z.gt(0), z.lt(1));
}

function positive() {
  return z.number().check(z.gt(0), z.lte(1e15));
}

/** Keys of a metric that describe its spread: which of them are needed depends on kind and test. */
export const metricDetailFields = {
  deviation: z.optional(
    withHelp(
      {
        title: 'Standard deviation',
        alsoCalled: ['sd', 'stdDev', 'standardDeviation', 'sigma'],
        description:
          'Standard deviation of the metric between units, for a mean. For a ratio: of the numerator a unit. For a paired t test: of one measurement, `pairCorrelation` beside it.',
        unit: "the metric's own unit",
        example: 24.5,
      },
      positive(),
    ),
  ),
  treatmentDeviation: z.optional(
    withHelp(
      {
        title: 'Standard deviation in treatment',
        description: 'Where it is expected to differ from `deviation`. For a mean.',
        unit: "the metric's own unit",
        example: 26,
      },
      positive(),
    ),
  ),
  dispersion: z.optional(
    withHelp(
      {
        title: 'Dispersion',
        alsoCalled: ['overdispersion', 'k'],
        description:
          'How much more a count varies between units than a Poisson count: variance = mean + dispersion · mean². `0` is Poisson.',
        unit: 'no unit',
        hint: 'often 0.5 to 3 for events of people',
        example: 1.5,
      },
      z.number().check(z.gte(0), z.lte(1e6)),
    ),
  ),
  exposure: z.optional(
    withHelp(
      {
        title: 'Exposure',
        description:
          'For a rate: mean time or amount that one unit is observed, in the unit that the baseline counts events per.',
        unit: 'time or amount a unit',
        example: 14,
      },
      positive(),
    ),
  ),
  denominatorMean: z.optional(
    withHelp(
      {
        title: 'Mean of the denominator',
        description:
          'For a ratio: mean of the denominator a unit, for example page views a user. Without it `deviation` is that of the linearised ratio, (numerator − ratio · denominator) / mean denominator.',
        unit: "the denominator's own unit",
        example: 9.4,
      },
      positive(),
    ),
  ),
  denominatorDeviation: z.optional(
    withHelp(
      {
        title: 'Standard deviation of the denominator',
        description: 'For a ratio: standard deviation of the denominator between units.',
        unit: "the denominator's own unit",
        example: 4.2,
      },
      z.number().check(z.gte(0), z.lte(1e15)),
    ),
  ),
  numeratorDenominatorCorrelation: z.optional(
    withHelp(
      {
        title: 'Correlation of numerator and denominator',
        description: 'For a ratio: correlation of a unit’s numerator and denominator.',
        unit: 'correlation',
        example: 0.6,
      },
      z.number().check(z.gte(-1), z.lte(1)),
    ),
  ),
  buyerShare: z.optional(
    withHelp(
      {
        title: 'Share of buyers',
        description: 'For revenue: share of units that spend anything at all.',
        unit: 'share of units',
        example: 0.04,
      },
      z.number().check(z.gt(0), z.lte(1)),
    ),
  ),
  logDeviation: z.optional(
    withHelp(
      {
        title: 'Standard deviation of the logarithm',
        alsoCalled: ['logSd', 'sigmaLog'],
        description:
          'For revenue: standard deviation of the natural logarithm of what a buyer spends (lognormal). For a quantile: of the logarithm of the measured value, if that is lognormal.',
        unit: 'natural logarithm',
        hint: 'often 0.8 to 1.5 for spend, 0.4 to 1 for latencies',
        example: 1.1,
      },
      z.number().check(z.gt(0), z.lte(10)),
    ),
  ),
  quantile: z.optional(
    withHelp(
      {
        title: 'Quantile',
        alsoCalled: ['percentile', 'p'],
        description:
          'Which quantile: `0.5` is the median, `0.95` the p95. The baseline is its value.',
        unit: 'share',
        example: 0.95,
      },
      share(),
    ),
  ),
  density: z.optional(
    withHelp(
      {
        title: 'Density at the quantile',
        description:
          'For a quantile: probability density of the measured value at the baseline, where it is not lognormal. From a histogram: share of values in a narrow band, divided by its width.',
        unit: "1 / the metric's own unit",
        example: 0.0004,
      },
      positive(),
    ),
  ),
  discordantShare: z.optional(
    withHelp(
      {
        title: 'Share of discordant pairs',
        alsoCalled: ['disagreement'],
        description:
          'For McNemar’s test: share of pairs in which the two variants differ (one right, the other wrong). At least the size of the effect.',
        unit: 'share of pairs',
        example: 0.08,
      },
      share(),
    ),
  ),
  pairCorrelation: z.optional(
    withHelp(
      {
        title: 'Correlation within pairs',
        description:
          'For a paired t test: correlation of the two measurements of a unit. Left out, `deviation` is that of the differences themselves.',
        unit: 'correlation',
        example: 0.5,
      },
      z.number().check(z.gt(-1), z.lt(1)),
    ),
  ),
  covariate: z.optional(
    withHelp(
      {
        title: 'Covariate (CUPED)',
        alsoCalled: ['cuped', 'varianceReduction'],
        description:
          'A measurement from before the experiment that the analysis adjusts for; it lowers the variance by correlation².',
        example: { correlation: 0.6, shareWithHistory: 0.8 },
      },
      z.strictObject({
        correlation: withHelp(
          {
            title: 'Correlation with the covariate',
            alsoCalled: ['rho'],
            description:
              'Correlation of the metric with the measurement before, among units that have one.',
            unit: 'correlation',
            hint: 'usually 0.3 to 0.8 for the same metric a few weeks before',
            example: 0.6,
          },
          z.number().check(z.gt(-1), z.lt(1)),
        ),
        shareWithHistory: z._default(
          withHelp(
            {
              title: 'Share with history',
              description: 'Share of units that have a measurement from before.',
              unit: 'share of units',
              example: 0.8,
            },
            z.number().check(z.gte(0), z.lte(1)),
          ),
          1,
        ),
      }),
    ),
  ),
  observations: z.optional(
    withHelp(
      {
        title: 'Observations per unit',
        alsoCalled: ['sessions'],
        description:
          'Where the metric is per session or request, but units (users) are assigned: how many observations a unit has, and how alike they are.',
        example: { perUnit: 4, correlation: 0.1 },
      },
      z.strictObject({
        perUnit: withHelp(
          {
            title: 'Observations a unit',
            description: 'Mean number of observations of a unit.',
            unit: 'observations',
            example: 4,
          },
          z.number().check(z.gte(1), z.lte(1e6)),
        ),
        correlation: withHelp(
          {
            title: 'Correlation within a unit',
            alsoCalled: ['icc'],
            description: 'Correlation of two observations of the same unit (ICC).',
            unit: 'correlation',
            example: 0.1,
          },
          z.number().check(z.gte(0), z.lte(1)),
        ),
        variation: z._default(
          withHelp(
            {
              title: 'Variation of their number',
              alsoCalled: ['cv'],
              description:
                'Standard deviation of the number of observations a unit, divided by its mean.',
              unit: 'share of the mean',
              example: 0.6,
            },
            z.number().check(z.gte(0), z.lte(100)),
          ),
          0,
        ),
      }),
    ),
  ),
  triggeredShare: z.optional(
    withHelp(
      {
        title: 'Triggered share',
        alsoCalled: ['dilution', 'triggerRate'],
        description:
          'Share of the analysed units that can meet the change at all; the others dilute the effect, and about 1/share² as many are needed. The effect is that on those who meet it.',
        unit: 'share of units',
        example: 0.2,
      },
      z.number().check(z.gt(0), z.lte(1)),
    ),
  ),
  label: z.optional(
    withHelp(
      {
        title: 'Label or proxy',
        alsoCalled: ['proxy', 'labelNoise'],
        description:
          'Where a proportion is not seen itself but through a label that can be wrong or late: the measured effect shrinks to (sensitivity + specificity − 1) of the true one.',
        example: { sensitivity: 0.9, specificity: 0.98, delayDays: 3 },
      },
      z.strictObject({
        sensitivity: z._default(
          withHelp(
            {
              title: 'Sensitivity',
              alsoCalled: ['recall', 'truePositiveRate'],
              description: 'Chance that a unit that does it is labelled so.',
              unit: 'probability',
              example: 0.9,
            },
            z.number().check(z.gt(0), z.lte(1)),
          ),
          1,
        ),
        specificity: z._default(
          withHelp(
            {
              title: 'Specificity',
              alsoCalled: ['trueNegativeRate'],
              description: 'Chance that a unit that does not do it is labelled so.',
              unit: 'probability',
              example: 0.98,
            },
            z.number().check(z.gt(0), z.lte(1)),
          ),
          1,
        ),
        delayDays: z._default(
          withHelp(
            {
              title: 'Delay of the label',
              description:
                'Days until a unit’s label is known: the experiment lasts as much longer.',
              unit: 'days',
              example: 3,
            },
            z.number().check(z.gte(0), z.lte(3650)),
          ),
          0,
        ),
      }),
    ),
  ),
} as const;

import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { mostUnits } from './mostUnits';
import { sequentialFields } from './sequentialFields';
import { checkSequentialDesign } from './sequentialRules';

/** Error rates, sides and the way of analysing. */
export const designSchema = z
  .strictObject({
    significanceLevel: z._default(
      withHelp(
        {
          title: 'Significance level',
          alsoCalled: ['alpha', 'significance', 'typeIError'],
          description:
            'Risk of seeing an effect where there is none (false alarm, type I error, alpha).',
          unit: 'probability',
          hint: 'usually 0.05',
          example: 0.05,
        },
        z.number().check(z.gt(0), z.lte(0.5)),
      ),
      0.05,
    ),
    power: z._default(
      withHelp(
        {
          title: 'Power',
          description:
            'Chance to detect the minimum detectable effect if it is there (1 − type II error).',
          unit: 'probability',
          hint: 'usually 0.8 or 0.9',
          example: 0.8,
        },
        z.number().check(z.gt(0), z.lt(1)),
      ),
      0.8,
    ),
    sides: z._default(
      withHelp(
        {
          title: 'Sides',
          alsoCalled: ['tails', 'sided', 'tailed'],
          description:
            '`two`: a change either way is of interest. `one`: only the expected direction is; an effect the other way goes unseen.',
          example: 'two',
        },
        z.enum(['one', 'two']),
      ),
      'two',
    ),
    analysis: z._default(
      withHelp(
        {
          title: 'Analysis',
          description:
            '`fixed-horizon`: one look at the data, when all units are in. `group-sequential`: a few planned looks, with bounds that keep the false alarms of all together at the significance level. `always-valid`: as many looks as one likes. `bayesian`: a decision by the posterior, at one or more looks.',
          example: 'fixed-horizon',
        },
        z.enum(['fixed-horizon', 'group-sequential', 'always-valid', 'bayesian']),
      ),
      'fixed-horizon',
    ),
    sampleSizePerVariant: z.optional(
      withHelp(
        {
          title: 'Sample size per variant',
          alsoCalled: ['sampleSize', 'n'],
          description:
            'Units each variant gets, where that is fixed from outside; with unequal weights, the units of the smallest variant. The answer says what power that gives.',
          unit: 'units',
          hint: 'more than there will ever be cannot be planned for, and whole numbers are exact up to 2^53 only',
          example: 117170,
        },
        z.int().check(z.gte(1), z.lte(mostUnits)),
      ),
    ),
    days: z.optional(
      withHelp(
        {
          title: 'Days',
          alsoCalled: ['duration', 'runtime'],
          description:
            'Length of the experiment, where that is fixed from outside. The answer says what power that gives at the traffic of the plan.',
          unit: 'days',
          example: 21,
        },
        z.int().check(z.gte(1), z.lte(36_500)),
      ),
    ),
    correction: z.optional(
      withHelp(
        {
          title: 'Correction for several comparisons',
          alsoCalled: ['multipleTesting', 'adjustment', 'multiplicity'],
          description:
            'How false alarms over several treatments and primary metrics are held down. `none` (the usual default of platforms), `bonferroni`, `sidak`, `holm`, `hochberg`, `benjamini-hochberg` (false discovery rate), `dunnett` (several treatments against one control). For the stepwise ones the size is that of their hardest step, so that power is at least what is planned.',
          example: 'holm',
        },
        z.enum([
          'none',
          'bonferroni',
          'sidak',
          'holm',
          'hochberg',
          'benjamini-hochberg',
          'dunnett',
        ]),
      ),
    ),
    success: z.optional(
      withHelp(
        {
          title: 'What counts as success',
          description:
            'With several primary metrics: `any` of them is enough (each is a chance of a false alarm, see `correction`), or `all` have to show it (no correction over metrics, but each needs more power). Left out: `any`.',
          example: 'any',
        },
        z.enum(['any', 'all']),
      ),
    ),
    powerCounts: z.optional(
      withHelp(
        {
          title: 'What power counts',
          description:
            '`planned-direction`: a significant effect the right way. `either-direction`: also one the wrong way, as pwr and statsmodels count it. Left out: `planned-direction`.',
          example: 'planned-direction',
        },
        z.enum(['planned-direction', 'either-direction']),
      ),
    ),
    cluster: z.optional(
      withHelp(
        {
          title: 'Clusters',
          alsoCalled: ['clusters', 'icc'],
          description:
            'Where whole groups of units (shops, schools, teams) are assigned together: the design effect 1 + (size − 1) · correlation multiplies the units needed.',
          example: { size: 20, correlation: 0.02 },
        },
        z.strictObject({
          size: withHelp(
            {
              title: 'Cluster size',
              description: 'Mean number of units in a cluster.',
              unit: 'units',
              example: 20,
            },
            z.number().check(z.gte(1), z.lte(1e9)),
          ),
          correlation: withHelp(
            {
              title: 'Intra-cluster correlation',
              alsoCalled: ['icc'],
              description: 'Correlation of two units of the same cluster (ICC).',
              unit: 'correlation',
              hint: 'usually 0.01 to 0.1',
              example: 0.02,
            },
            z.number().check(z.gte(0), z.lte(1)),
          ),
          variation: z._default(
            withHelp(
              {
                title: 'Variation of cluster sizes',
                alsoCalled: ['cv'],
                description: 'Standard deviation of cluster sizes, divided by their mean.',
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
    ratioAlarmLevel: z.optional(
      withHelp(
        {
          title: 'Level of the sample-ratio alarm',
          alsoCalled: ['srmAlpha'],
          description:
            'p-value below which a sample-ratio mismatch raises an alarm. The answer says how small a mismatch this size can see.',
          unit: 'probability',
          hint: 'usually 0.001',
          example: 0.001,
        },
        z.number().check(z.gt(0), z.lte(0.1)),
      ),
    ),
    ...sequentialFields,
  })
  .check(checkSequentialDesign);

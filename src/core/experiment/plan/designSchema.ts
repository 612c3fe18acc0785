import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { mostUnits } from './mostUnits';

/** Error rates, sides and the way of analysing. */
export const designSchema = z.strictObject({
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
        description: '`fixed-horizon`: one look at the data, when all units are in.',
        example: 'fixed-horizon',
      },
      z.enum(['fixed-horizon']),
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
  looks: z.optional(
    withHelp(
      {
        title: 'Looks',
        description: 'How often the data are looked at before the end.',
        example: 5,
        reserved: true,
      },
      z.unknown(),
    ),
  ),
});

import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { nameText } from './nameText';
import { checkEffectReachable } from './planRules';

/** A millionth: less could not be told from no effect, by any number of units there is. */
const smallestEffect = 0.000001;

/** The smallest effect worth knowing of: a share of the baseline or a difference, never both. Always positive: `direction` gives the sign. */
const effectSchema = z.union([
  z.strictObject({
    relative: withHelp(
      {
        title: 'Relative effect',
        alsoCalled: ['rel', 'lift', 'percent'],
        description:
          'Change as a share of the baseline: `0.05` on a baseline of 0.052 means 0.052 → 0.0546. Positive; `direction` says which way.',
        unit: 'share of the baseline',
        hint: 'usually 0.01 to 0.2',
        example: 0.05,
      },
      z.number().check(z.gte(smallestEffect), z.lte(1000)),
    ),
  }),
  z.strictObject({
    absolute: withHelp(
      {
        title: 'Absolute effect',
        alsoCalled: ['abs', 'difference'],
        description:
          "Change in the metric's own unit: `0.005` on a baseline of 0.052 means 0.052 → 0.057. Positive; `direction` says which way.",
        unit: "the metric's own unit",
        hint: 'usually much smaller than the baseline',
        example: 0.005,
      },
      z.number().check(z.gte(smallestEffect), z.lt(1)),
    ),
  }),
]);

/** A metric: what is measured on each unit, where it stands now, and what change matters. */
export const metricSchema = z
  .strictObject({
    name: withHelp(
      {
        title: 'Metric name',
        alsoCalled: ['metric', 'key', 'id'],
        description: 'Name of the metric. Each metric has its own.',
        example: 'conversion',
      },
      nameText(),
    ),
    role: withHelp(
      {
        title: 'Role',
        description:
          '`primary`: the experiment is sized and decided on it. `secondary`: looked at, decides nothing. `guardrail`: must not get worse.',
        example: 'primary',
      },
      z.enum(['primary', 'secondary', 'guardrail']),
    ),
    kind: withHelp(
      {
        title: 'Kind',
        alsoCalled: ['type', 'metricType'],
        description: '`proportion`: each unit either does it or does not (converted, clicked).',
        example: 'proportion',
      },
      z.enum(['proportion']),
    ),
    baseline: withHelp(
      {
        title: 'Baseline',
        alsoCalled: ['rate', 'baselineRate', 'conversionRate', 'control'],
        description:
          'Where the metric stands today, without the change. For a proportion: the share of units that do it. Measure it on the same unit and over the same period as the experiment.',
        unit: 'share of units; 5 % is 0.05',
        example: 0.052,
      },
      z.number().check(z.gt(0), z.lt(1)),
    ),
    direction: z._default(
      withHelp(
        {
          title: 'Direction',
          description: 'Which way the metric is expected to go. It gives the effect its sign.',
          example: 'increase',
        },
        z.enum(['increase', 'decrease']),
      ),
      'increase',
    ),
    minimumDetectableEffect: withHelp(
      {
        title: 'Minimum detectable effect',
        alsoCalled: ['mde', 'effect', 'lift', 'effectSize'],
        description:
          'The smallest change that would make a difference to the decision, as `relative` (share of the baseline) or `absolute` (difference). The smaller it is, the more units are needed: half the effect takes four times as many.',
        example: { relative: 0.05 },
      },
      effectSchema,
    ),
    test: z._default(
      withHelp(
        {
          title: 'Test',
          description:
            'Statistical test that the sizes are computed for. `z-unpooled`: two-proportion z test with each variant’s own variance; the wrong tail is not counted as power.',
          example: 'z-unpooled',
        },
        z.enum(['z-unpooled']),
      ),
      'z-unpooled',
    ),
    deviation: z.optional(
      withHelp(
        {
          title: 'Standard deviation',
          alsoCalled: ['sd', 'stdDev', 'standardDeviation', 'sigma'],
          description: 'Standard deviation of the metric between units, for metrics with a mean.',
          unit: "the metric's own unit",
          example: 24.5,
          reserved: true,
        },
        z.number().check(z.gt(0)),
      ),
    ),
    effectSource: z.optional(
      withHelp(
        {
          title: 'Source of the effect',
          description:
            '`decision`: the effect is the smallest one worth acting on. `observed`: it was seen in an earlier test; sizes planned from it are too small.',
          example: 'decision',
          reserved: true,
        },
        z.enum(['decision', 'observed']),
      ),
    ),
  })
  .check(checkEffectReachable);

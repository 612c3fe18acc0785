import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { differenceSchema, effectSchema, marginSchema } from './effectSchema';
import { metricDetailFields } from './metricDetailFields';
import { metricKinds, metricTests } from './metricKinds';
import { checkMetricKind, fillMetric } from './metricRules';
import { nameText } from './nameText';
import { checkEffectReachable } from './planRules';

/** Filled in by `fillMetric` where it is left out: readers of a plan always have it. */
function filledLater<Of extends z.ZodMiniType>(schema: Of): Of {
  return z.optional(schema) as unknown as Of;
}

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
          '`primary`: the experiment is sized and decided on it. `secondary`: looked at, decides nothing. `guardrail`: must not get worse; with a `margin` the answer says with what chance that can be shown.',
        example: 'primary',
      },
      z.enum(['primary', 'secondary', 'guardrail']),
    ),
    kind: withHelp(
      {
        title: 'Kind',
        alsoCalled: ['type', 'metricType'],
        description:
          '`proportion`: each unit either does it or does not (converted, clicked). `mean`: a number a unit. `count`: events a unit. `rate`: events per time or exposure. `ratio`: a sum over a sum (clicks per view). `revenue`: spend a unit, most spend nothing. `quantile`: a median or p95 (latency). `time-to-event`: how soon it happens. `rank`: which of two units has more.',
        example: 'proportion',
      },
      z.enum(metricKinds),
    ),
    baseline: withHelp(
      {
        title: 'Baseline',
        alsoCalled: ['rate', 'baselineRate', 'conversionRate', 'control'],
        description:
          'Where the metric stands today, without the change. For a proportion: the share of units that do it; for a mean, count or revenue the mean a unit; for a ratio the ratio; for a quantile its value; for a time to event the share of control that has the event by the end; for ranks 0.5. Measure it on the same unit and over the same period as the experiment.',
        unit: 'share of units for a proportion; 5 % is 0.05',
        expected: 'a number; for a proportion one above 0 and below 1',
        example: 0.052,
      },
      z.number().check(z.gte(-1e15), z.lte(1e15)),
    ),
    minimumDetectableEffect: filledLater(
      withHelp(
        {
          title: 'Minimum detectable effect',
          alsoCalled: ['mde', 'effect', 'lift', 'effectSize'],
          description:
            'The smallest change that would make a difference to the decision, as `relative` (share of the baseline) or `absolute` (difference). The smaller it is, the more units are needed: half the effect takes four times as many. Not needed with a `margin`.',
          example: { relative: 0.05 },
        },
        effectSchema,
      ),
    ),
    direction: z._default(
      withHelp(
        {
          title: 'Direction',
          description:
            'Which way the metric is expected to go; it gives the effect its sign. With a `margin`: which way is better, so that worse is the other.',
          example: 'increase',
        },
        z.enum(['increase', 'decrease']),
      ),
      'increase',
    ),
    test: filledLater(
      withHelp(
        {
          title: 'Test',
          alsoCalled: ['method'],
          description:
            'Statistical test that the sizes are computed for. Left out: the usual one of the kind. Proportion: `z-unpooled` (each variant’s own variance), `z-pooled`, `arcsine`, `z-continuity-corrected`, `farrington-manning` (score, for margins), `relative-lift` (delta method on the relative change), `fisher-exact`, `exact-unconditional` (both to 2,000 a variant), `mcnemar` (paired). Mean: `welch`, `t`, `normal`, `relative-lift`, `paired-t`, `mann-whitney`. Count and rate: `poisson`, `negative-binomial` (log ratio), `poisson-score` (difference), `normal`. Ratio: `delta-method`. Revenue: `normal`, `welch`, `relative-lift`. Quantile: `quantile-normal`. Time to event: `log-rank`. Ranks: `mann-whitney`.',
          example: 'z-unpooled',
        },
        z.enum(metricTests),
      ),
    ),
    hypothesis: z.optional(
      withHelp(
        {
          title: 'Hypothesis of the test',
          alsoCalled: ['objective'],
          description:
            '`superiority`: there is a change. `non-inferiority`: it is not worse by the margin or more. `equivalence`: it differs by less than the margin either way. Left out: `superiority`, or `non-inferiority` where only a `margin` is given.',
          example: 'non-inferiority',
        },
        z.enum(['superiority', 'non-inferiority', 'equivalence']),
      ),
    ),
    margin: z.optional(
      withHelp(
        {
          title: 'Margin',
          alsoCalled: ['nonInferiorityMargin', 'tolerance'],
          description:
            'How much worse is still acceptable, as `relative` (share of the baseline) or `absolute` (difference). Positive: `direction` says which way is better, worse is the other.',
          example: { relative: 0.02 },
        },
        marginSchema,
      ),
    ),
    expectedDifference: z.optional(
      withHelp(
        {
          title: 'Expected difference',
          description:
            'With a margin: the true difference that is thought likely, treatment minus control, with its sign. Left out: none. The closer it is to the margin, the more units are needed.',
          example: { absolute: 0 },
        },
        differenceSchema,
      ),
    ),
    ...metricDetailFields,
    effectSource: z.optional(
      withHelp(
        {
          title: 'Source of the effect',
          description:
            '`decision`: the effect is the smallest one worth acting on. `observed`: it was seen in an earlier test; sizes planned from it are too small.',
          example: 'decision',
        },
        z.enum(['decision', 'observed']),
      ),
    ),
  })
  .check(z.overwrite(fillMetric), checkMetricKind, checkEffectReachable);

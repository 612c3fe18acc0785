import { calendarDay } from '../../schema/calendarDay';
import type { DeepReadonly } from '../../schema/deepReadonly';
import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { checkEffectReachable, checkMetrics, checkVariantNames } from './planRules';

/** More than there will ever be; whole numbers up to it are exact. */
const mostUnits = 1e12;

/** A millionth: less could not be told from no effect, by any number of units there is. */
const smallestEffect = 0.000001;

const name = () => z.string().check(z.regex(/\S/), z.maxLength(200));

/** One arm of the experiment. The first one listed is the control. */
export const variantSchema = z.strictObject({
  name: withHelp(
    {
      title: 'Variant name',
      alsoCalled: ['variant', 'key', 'id'],
      description: 'Name of this variant. Each variant has its own; the first one is the control.',
      example: 'treatment',
    },
    name(),
  ),
  weight: withHelp(
    {
      title: 'Weight',
      alsoCalled: ['share', 'allocation', 'percentage', 'traffic'],
      description:
        'How much of the exposed traffic this variant gets, compared with the other weights. Weights are proportions: `50` and `50` is the same as `1` and `1`.',
      unit: 'proportion of the sum of all weights',
      example: 50,
    },
    z.number().check(z.gte(0.000001), z.lte(1_000_000)),
  ),
  flagVariant: z.optional(
    withHelp(
      {
        title: 'Variant of the flag',
        description: "The flag's own name for this variant, where it differs from `name`.",
        example: 'on',
        reserved: true,
      },
      name(),
    ),
  ),
});

/** The smallest effect worth knowing of: a share of the baseline or a difference, never both. Always positive: `direction` gives the sign. */
export const effectSchema = z.union([
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
      name(),
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

/** Who comes, and how many of them are in the experiment. */
export const trafficSchema = z.strictObject({
  newUnitsPerDay: z._default(
    withHelp(
      {
        title: 'New units per day',
        alsoCalled: [
          'usersPerDay',
          'newUsersPerDay',
          'dailyUsers',
          'unitsPerDay',
          'visitorsPerDay',
        ],
        description:
          'Units (users) that reach the changed place for the first time, on an average day. `0`: not known; sizes are still given, days are not.',
        unit: 'units per day',
        example: 12000,
      },
      z.number().check(z.gte(0), z.lte(mostUnits)),
    ),
    0,
  ),
  exposedShare: z._default(
    withHelp(
      {
        title: 'Exposed share',
        alsoCalled: ['exposure', 'allocation', 'rollout', 'share'],
        description: 'Share of those units that take part in the experiment at all.',
        unit: 'share of units',
        hint: '1 for everyone',
        example: 1,
      },
      z.number().check(z.gt(0), z.lte(1)),
    ),
    1,
  ),
  activeUnitsPerDay: z.optional(
    withHelp(
      {
        title: 'Active units per day',
        description: 'Units seen on an average day, first-timers and returning ones together.',
        unit: 'units per day',
        example: 45000,
        reserved: true,
      },
      z.number().check(z.gte(0), z.lte(mostUnits)),
    ),
  ),
  weekday: z.optional(
    withHelp(
      {
        title: 'Weekday pattern',
        description: 'How traffic differs between the days of the week.',
        example: [1, 1, 1, 1, 1, 0.6, 0.6],
        reserved: true,
      },
      z.unknown(),
    ),
  ),
  returning: z.optional(
    withHelp(
      {
        title: 'Returning units',
        description: 'How often units come back.',
        example: 0.3,
        reserved: true,
      },
      z.unknown(),
    ),
  ),
});

const resultSchema = z.strictObject({
  variant: withHelp(
    {
      title: 'Chosen variant',
      description: 'Name of the variant that was kept.',
      example: 'treatment',
      reserved: true,
    },
    name(),
  ),
  date: z.optional(
    withHelp(
      {
        title: 'Date of the decision',
        description: 'Day of the decision.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-22',
        reserved: true,
      },
      calendarDay(),
    ),
  ),
  note: z.optional(
    withHelp(
      {
        title: 'Note',
        description: 'Why it was decided so.',
        example: 'Conversion up by 4.1 %, no guardrail moved.',
        reserved: true,
      },
      z.string(),
    ),
  ),
});

const assignmentSchema = z.strictObject({
  salt: z.optional(
    withHelp(
      {
        title: 'Salt',
        alsoCalled: ['seed'],
        description: 'Text mixed into the hash that assigns units to variants.',
        example: 'one_click_checkout-1',
        reserved: true,
      },
      z.string(),
    ),
  ),
});

/**
 * The one schema of plan files (`*.experiment.yaml`): source of the types, of the editor's help, of
 * the JSON Schema and of the messages. What is required is the least that can be sized: a flag, its
 * variants and one primary metric; the rest has the field's usual defaults.
 */
export const planSchema = z.strictObject({
  version: withHelp(
    {
      title: 'Version of the file format',
      description: 'Always `1`: says how this file is to be read.',
      example: 1,
    },
    z.literal(1),
  ),
  flag: withHelp(
    {
      title: 'Flag',
      alsoCalled: ['flagKey', 'key', 'feature'],
      description: 'Key of the feature flag that this experiment is about.',
      example: 'one_click_checkout',
    },
    z.string().check(z.regex(/\S/)),
  ),
  hypothesis: z._default(
    withHelp(
      {
        title: 'Hypothesis',
        description: 'What is expected to happen, in one sentence.',
        example: 'One-click checkout raises conversion.',
      },
      z.string(),
    ),
    '',
  ),
  unit: z._default(
    withHelp(
      {
        title: 'Unit',
        alsoCalled: ['randomizationUnit', 'randomisationUnit', 'entity'],
        description:
          'What is assigned to a variant and counted, in the singular: `user`, `session`, `account`. Baseline and traffic are per this unit.',
        example: 'user',
      },
      name(),
    ),
    'user',
  ),
  variants: withHelp(
    {
      title: 'Variants',
      alsoCalled: ['arms', 'groups', 'variations', 'treatments'],
      description:
        'What units can get. The first one is the control that the others are compared with.',
      example: [
        { name: 'control', weight: 50 },
        { name: 'treatment', weight: 50 },
      ],
    },
    z.array(variantSchema).check(z.minLength(2), z.maxLength(100), checkVariantNames),
  ),
  metrics: withHelp(
    {
      title: 'Metrics',
      alsoCalled: ['goals', 'kpis', 'metric'],
      description: 'What is measured. At least one is `primary`: it decides, and gives the size.',
      example: [
        {
          name: 'conversion',
          role: 'primary',
          kind: 'proportion',
          baseline: 0.052,
          direction: 'increase',
          minimumDetectableEffect: { relative: 0.05 },
        },
      ],
    },
    z.array(metricSchema).check(z.minLength(1), z.maxLength(100), checkMetrics),
  ),
  design: z.prefault(
    withHelp(
      {
        title: 'Design',
        description: 'How sure the answer is to be, and how it is analysed.',
        example: { significanceLevel: 0.05, power: 0.8, sides: 'two', analysis: 'fixed-horizon' },
      },
      designSchema,
    ),
    {},
  ),
  traffic: z.prefault(
    withHelp(
      {
        title: 'Traffic',
        description: 'How many units come: turns a sample size into days.',
        example: { newUnitsPerDay: 12000, exposedShare: 1 },
      },
      trafficSchema,
    ),
    {},
  ),
  status: z.optional(
    withHelp(
      {
        title: 'Status',
        description: 'Where the experiment stands.',
        example: 'running',
        reserved: true,
      },
      z.string(),
    ),
  ),
  startDate: z.optional(
    withHelp(
      {
        title: 'Start date',
        description: 'First day of the experiment.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-01',
        reserved: true,
      },
      calendarDay(),
    ),
  ),
  endDate: z.optional(
    withHelp(
      {
        title: 'End date',
        description: 'Last day of the experiment.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-21',
        reserved: true,
      },
      calendarDay(),
    ),
  ),
  result: z.optional(
    withHelp(
      {
        title: 'Result',
        description: 'What was decided in the end.',
        example: { variant: 'treatment', date: '2027-03-22', note: 'Conversion up by 4.1 %.' },
        reserved: true,
      },
      resultSchema,
    ),
  ),
  assignment: z.optional(
    withHelp(
      {
        title: 'Assignment',
        description: 'How units are assigned to variants.',
        example: { salt: 'one_click_checkout-1' },
        reserved: true,
      },
      assignmentSchema,
    ),
  ),
  telemetry: z.optional(
    withHelp(
      {
        title: 'Telemetry',
        description: 'How much of what happens is recorded.',
        example: { sampledShare: 0.1 },
        reserved: true,
      },
      z.unknown(),
    ),
  ),
  launch: z.optional(
    withHelp(
      {
        title: 'Launch',
        description: 'How the change is rolled out.',
        example: { strategy: 'canary' },
        reserved: true,
      },
      z.unknown(),
    ),
  ),
});

/** A plan as read from its file, defaults filled in. JSON-safe. */
export type Plan = DeepReadonly<z.infer<typeof planSchema>>;
export type PlanVariant = Plan['variants'][number];
export type PlanMetric = Plan['metrics'][number];
export type PlanDesign = Plan['design'];
export type PlanTraffic = Plan['traffic'];
/** `{ relative }` (share of the baseline) or `{ absolute }`; positive. Tell them apart by `'relative' in effect`. */
export type MinimumDetectableEffect = PlanMetric['minimumDetectableEffect'];

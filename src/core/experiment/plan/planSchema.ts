import { calendarDay } from '../../schema/calendarDay';
import type { DeepReadonly } from '../../schema/deepReadonly';
import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { differenceSchema } from './effectSchema';
import { designSchema } from './designSchema';
import { labelsSchema } from './labelsSchema';
import { launchSchema } from './launchSchema';
import { metricSchema } from './metricSchema';
import { nameText } from './nameText';
import { checkMetrics, checkVariantNames } from './planRules';
import { simulationSchema } from './simulationSchema';
import { trafficSchema } from './trafficSchema';
import { variantSchema } from './variantSchema';

const resultSchema = z.strictObject({
  variant: withHelp(
    {
      title: 'Chosen variant',
      description: 'Name of the variant that was kept.',
      example: 'treatment',
    },
    nameText(),
  ),
  estimate: z.optional(
    withHelp(
      {
        title: 'Estimated effect',
        alsoCalled: ['effect', 'observed'],
        description:
          'The effect that was seen on the primary metric, treatment minus control, with its sign. Never plan the next experiment from it: it is likely too large.',
        example: { relative: 0.041 },
      },
      differenceSchema,
    ),
  ),
  interval: z.optional(
    withHelp(
      {
        title: 'Interval',
        description:
          "Interval of the estimated effect, in the metric's own unit: both ends, the lower one first.",
        unit: "the metric's own unit",
        example: [0.0008, 0.0042],
      },
      z.array(z.number()).check(z.minLength(2), z.maxLength(2)),
    ),
  ),
  p: z.optional(
    withHelp(
      {
        title: 'p-value',
        description: 'p-value of the estimated effect, after the corrections of the plan.',
        unit: 'probability',
        example: 0.0038,
      },
      z.number().check(z.gte(0), z.lte(1)),
    ),
  ),
  metric: z.optional(
    withHelp(
      {
        title: 'Metric',
        description: 'The metric that decided.',
        example: 'conversion',
      },
      nameText(),
    ),
  ),
  decision: z.optional(
    withHelp(
      {
        title: 'Decision',
        description:
          'What the data said: `effect-shown`, `wrong-way`, `guardrail-hurt`, `futility`, `not-shown`.',
        example: 'effect-shown',
      },
      z.enum(['effect-shown', 'wrong-way', 'guardrail-hurt', 'futility', 'not-shown']),
    ),
  ),
  date: z.optional(
    withHelp(
      {
        title: 'Date of the decision',
        description: 'Day of the decision.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-22',
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
      nameText(),
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
        description:
          'First day of the experiment. With an end date it is checked that the days in between are enough.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-01',
      },
      calendarDay(),
    ),
  ),
  endDate: z.optional(
    withHelp(
      {
        title: 'End date',
        description:
          'Last day of the experiment. Once it is past and no result is recorded, `flaglab check` says so.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-21',
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
      },
      z.strictObject({
        sampledShare: z._default(
          withHelp(
            {
              title: 'Sampled share',
              alsoCalled: ['sampleRate', 'sampling'],
              description:
                'Share of units whose telemetry is kept; whole units are kept or dropped. So many fewer are analysed: 1/share as many have to be in the experiment.',
              unit: 'share of units',
              example: 0.1,
            },
            z.number().check(z.gt(0), z.lte(1)),
          ),
          1,
        ),
      }),
    ),
  ),
  labels: z.optional(
    withHelp(
      {
        title: 'Labels',
        alsoCalled: ['quality', 'modelQuality', 'annotation'],
        description:
          'Labels to collect in production, to estimate a model’s quality or to show that it is above a floor. Each has its own size, beside the experiment’s.',
        example: [{ name: 'precision', measure: 'precision', expected: 0.9, halfWidth: 0.02 }],
      },
      labelsSchema,
    ),
  ),
  simulation: z.optional(
    withHelp(
      {
        title: 'Simulation',
        alsoCalled: ['synthetic', 'world'],
        description:
          'What simulated launches are like, where that is not what the sizes assume: another effect, one that changes over time or by segment, sessions, bots, lost telemetry. Sizes do not change with it.',
        example: { effect: 0.5, overTime: { kind: 'novelty', days: 4 } },
      },
      simulationSchema,
    ),
  ),
  launch: z.optional(
    withHelp(
      {
        title: 'Launch',
        alsoCalled: ['rollout', 'release'],
        description:
          'How the change is brought to its users, and what is looked at meanwhile. `flaglab rollout` says what that catches, how soon, and whom a bad release hurts before. Sizes do not change with it.',
        example: {
          strategy: 'canary',
          steps: [{ weight: 5, hold: '10m' }],
          checks: [{ metric: 'error-rate', above: 0.01 }],
        },
      },
      launchSchema,
    ),
  ),
});

/** A plan as read from its file, defaults filled in. JSON-safe. */
export type Plan = DeepReadonly<z.infer<typeof planSchema>>;
export type PlanVariant = Plan['variants'][number];
export type PlanMetric = Plan['metrics'][number];
export type PlanDesign = Plan['design'];
export type PlanTraffic = Plan['traffic'];
/** One row of `labels`. */
export type PlanLabels = NonNullable<Plan['labels']>[number];
/** What was decided, and what the data said. */
export type PlanResult = NonNullable<Plan['result']>;
/** `{ relative }` (share of the baseline) or `{ absolute }`; positive. Tell them apart by `'relative' in effect`. */
export type MinimumDetectableEffect = PlanMetric['minimumDetectableEffect'];

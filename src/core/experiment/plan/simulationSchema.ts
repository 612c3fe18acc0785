import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { nameText } from './nameText';
import { checkSegments } from './simulationRules';

const share = () => z.number().check(z.gte(0), z.lte(1));
const factor = () => z.number().check(z.gte(0), z.lte(100));

const segmentSchema = z.strictObject({
  name: withHelp(
    { title: 'Segment name', description: 'Each segment has its own.', example: 'mobile' },
    nameText(),
  ),
  share: withHelp(
    {
      title: 'Share of the segment',
      alsoCalled: ['weight'],
      description: 'Share of all units that belong to it. The shares sum to 1.',
      unit: 'share of units',
      example: 0.6,
    },
    z.number().check(z.gt(0), z.lte(1)),
  ),
  baseline: z._default(
    withHelp(
      {
        title: 'Baseline factor',
        description:
          'How the metric compares with other segments: only proportions between segments count; over all of them the mean stays the plan’s baseline.',
        unit: 'proportion',
        example: 0.8,
      },
      factor(),
    ),
    1,
  ),
  effect: z._default(
    withHelp(
      {
        title: 'Effect factor',
        description:
          'The effect in this segment as a multiple of the planned one; `0`: none. Not made up for elsewhere: the mean effect over all units is the mean of the factors.',
        unit: 'multiple of the planned effect',
        example: 1.2,
      },
      z.number().check(z.gte(-100), z.lte(100)),
    ),
    1,
  ),
});

/** What launches are like that are simulated, where that is not what the sizes assume. */
export const simulationSchema = z
  .strictObject({
    effect: z.optional(
      withHelp(
        {
          title: 'True effect',
          alsoCalled: ['trueEffect'],
          description:
            'The effect that is really there, as a multiple of the planned one: `0.5` half of it, `0` none, `-1` as much harm. Left out: 1.',
          unit: 'multiple of the planned effect',
          example: 0.5,
        },
        z.number().check(z.gte(-100), z.lte(100)),
      ),
    ),
    overTime: z.optional(
      withHelp(
        {
          title: 'Effect over time',
          alsoCalled: ['novelty', 'learning'],
          description:
            'How the effect changes over the days of the launch. `novelty`: it begins twice as large and fades to what is planned, half of the rest gone every `days`. `learning`: it begins at nothing and grows to what is planned, half of the rest every `days`. `delayed`: none before day `days`.',
          example: { kind: 'novelty', days: 4 },
        },
        z.strictObject({
          kind: withHelp(
            {
              title: 'Kind of change',
              description: '`novelty`, `learning` or `delayed`.',
              example: 'novelty',
            },
            z.enum(['novelty', 'learning', 'delayed']),
          ),
          days: withHelp(
            {
              title: 'Days',
              description:
                'Days in which half of the rest is done; of `delayed` the days without effect.',
              unit: 'days',
              example: 4,
            },
            z.number().check(z.gt(0), z.lte(3650)),
          ),
        }),
      ),
    ),
    segments: z.optional(
      withHelp(
        {
          title: 'Segments',
          description: 'Groups of units with baselines and effects of their own.',
          example: [
            { name: 'mobile', share: 0.6, baseline: 0.8 },
            { name: 'desktop', share: 0.4, baseline: 1.3 },
          ],
        },
        z.array(segmentSchema).check(z.minLength(1), z.maxLength(50)),
      ),
    ),
    sessions: z.optional(
      withHelp(
        {
          title: 'Sessions',
          alsoCalled: ['visits'],
          description:
            'For a ratio of successes to sessions: how many sessions a user has, and how much users differ in their chance of success. Left out: numerator and denominator have the moments of the plan.',
          example: { perUser: 4, concentration: 10 },
        },
        z.strictObject({
          perUser: withHelp(
            {
              title: 'Sessions a user',
              description: 'Mean number: one, and a Poisson number more.',
              unit: 'sessions',
              example: 4,
            },
            z.number().check(z.gte(1), z.lte(100)),
          ),
          concentration: withHelp(
            {
              title: 'Concentration',
              description:
                'Users’ own chances are beta distributed around the metric, with shapes that sum to this: the larger, the more alike users are. The correlation of two sessions of a user is 1 / (1 + concentration).',
              hint: 'usually 2 to 50',
              example: 10,
            },
            z.number().check(z.gte(0.1), z.lte(1e6)),
          ),
        }),
      ),
    ),
    bots: z.optional(
      withHelp(
        {
          title: 'Bots',
          description:
            'Units that are no people: as many in every variant, with a value of their own that the change does not move.',
          example: { share: 0.02, value: 0 },
        },
        z.strictObject({
          share: withHelp(
            {
              title: 'Share of bots',
              description: 'Share of all units.',
              unit: 'share of units',
              example: 0.02,
            },
            z.number().check(z.gte(0), z.lt(1)),
          ),
          value: z._default(
            withHelp(
              {
                title: 'Value of a bot',
                description:
                  'Mean of the metric among bots, for a proportion the share that does it.',
                unit: "the metric's own unit",
                example: 0,
              },
              z.number().check(z.gte(0), z.lte(1e15)),
            ),
            0,
          ),
        }),
      ),
    ),
    lostShare: z.optional(
      withHelp(
        {
          title: 'Lost telemetry',
          alsoCalled: ['loss'],
          description:
            'Share of units of control and of treatment whose telemetry never arrives. Where the two differ, the sample-ratio alarm should say so.',
          example: { control: 0.01, treatment: 0.03 },
        },
        z.strictObject({
          control: withHelp(
            {
              title: 'Lost in control',
              description: 'Share of control’s units.',
              unit: 'share of units',
              example: 0.01,
            },
            share().check(z.lt(1)),
          ),
          treatment: withHelp(
            {
              title: 'Lost in treatment',
              description: 'Share of each other variant’s units.',
              unit: 'share of units',
              example: 0.03,
            },
            share().check(z.lt(1)),
          ),
        }),
      ),
    ),
  })
  .check(checkSegments);

import type { DeepReadonly } from '../../schema/deepReadonly';
import { durationText } from '../../schema/durationText';
import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { launchCheckSchema } from './launchCheckSchema';
import { checkLaunch } from './launchRules';
import { launchStrategies } from './launchStrategies';
import { nameText } from './nameText';

const percent = () => z.number().check(z.gte(0), z.lte(100));
const expected = 'a duration such as 10m, 1h30m or 2d';

const stepSchema = z.strictObject({
  weight: z.optional(
    withHelp(
      {
        title: 'Weight',
        alsoCalled: ['setWeight', 'percentage', 'share'],
        description: 'Share of requests that the new version answers in this step.',
        unit: 'percent of requests',
        example: 5,
      },
      percent(),
    ),
  ),
  segments: z.optional(
    withHelp(
      {
        title: 'Segments',
        alsoCalled: ['rings', 'groups'],
        description:
          'Of a ring: how many of each segment get the new version, and under `everyone` how many of all users, those of segments among them. Who is drawn as one of everyone and who as one of a segment is independent.',
        unit: 'percent of the segment',
        example: { developers: 90, beta: 50, everyone: 0.1 },
      },
      z.record(nameText(), percent()),
    ),
  ),
  hold: withHelp(
    {
      title: 'Hold',
      alsoCalled: ['duration', 'pause', 'bakeTime', 'wait'],
      description: 'How long the step lasts at least.',
      expected,
      example: '10m',
    },
    durationText(),
  ),
  minimumRequests: z._default(
    withHelp(
      {
        title: 'Minimum of requests',
        alsoCalled: ['minSamples', 'minSampleSize'],
        description: 'The step lasts longer, until the new version has answered so many requests.',
        unit: 'requests',
        example: 5000,
      },
      z.int().check(z.gte(0), z.lte(1e12)),
    ),
    0,
  ),
  approval: z._default(
    withHelp(
      {
        title: 'Approval',
        alsoCalled: ['manual', 'gate'],
        description: 'Whether somebody has to approve the next step.',
        example: true,
      },
      z.boolean(),
    ),
    false,
  ),
});

const segmentSchema = z.strictObject({
  name: withHelp(
    { title: 'Segment name', description: 'Each has its own.', example: 'beta' },
    nameText(),
  ),
  share: withHelp(
    {
      title: 'Share of the segment',
      description: 'Percent of all requests that its users make. Nobody is in two segments.',
      unit: 'percent of requests',
      example: 5,
    },
    z.number().check(z.gt(0), z.lte(100)),
  ),
});

const duration = (title: string, description: string, example: string, alsoCalled: string[] = []) =>
  withHelp({ title, description, expected, example, alsoCalled }, durationText());

/** How a change is brought to its users. Which keys a strategy takes: `launchStrategies`. */
export const launchSchema = z
  .strictObject({
    strategy: withHelp(
      {
        title: 'Strategy',
        alsoCalled: ['kind', 'type'],
        description:
          '`all-at-once`; `steps`: fixed percentages; `progressive`: from one percentage to another by the clock; `canary`: steps with an automatic judge; `blue-green`: tested aside, then switched as a whole; `rings`: segment by segment.',
        example: 'canary',
      },
      z.enum(launchStrategies),
    ),
    steps: z.optional(
      withHelp(
        {
          title: 'Steps',
          alsoCalled: ['stages'],
          description: 'One after the other; after the last one all get the new version.',
          example: [
            { weight: 5, hold: '10m' },
            { weight: 50, hold: '30m', approval: true },
          ],
        },
        z.array(stepSchema).check(z.minLength(1), z.maxLength(100)),
      ),
    ),
    segments: z.optional(
      withHelp(
        {
          title: 'Segments',
          alsoCalled: ['groups', 'audiences'],
          description: 'Of rings: groups of users and how much of the traffic is theirs.',
          example: [
            { name: 'developers', share: 0.5 },
            { name: 'beta', share: 5 },
          ],
        },
        z.array(segmentSchema).check(z.minLength(1), z.maxLength(50)),
      ),
    ),
    from: z.optional(
      withHelp(
        {
          title: 'From',
          alsoCalled: ['initial'],
          description: 'Of a progression: the percentage it begins with. Left out: 0.',
          unit: 'percent of requests',
          example: 0,
        },
        percent(),
      ),
    ),
    to: z.optional(
      withHelp(
        {
          title: 'To',
          alsoCalled: ['end'],
          description: 'Of a progression: the percentage it ends with. Left out: 100.',
          unit: 'percent of requests',
          example: 100,
        },
        percent(),
      ),
    ),
    over: z.optional(
      duration('Over', 'Of a progression: the time it takes, evenly.', '24h', ['duration']),
    ),
    hold: z.optional(
      duration(
        'Hold',
        'All at once, blue and green: how long the new version is watched after it got all traffic. Left out: 10m.',
        '10m',
      ),
    ),
    test: z.optional(
      duration(
        'Test',
        'Blue and green: how long the new version is tested before it gets any traffic. Left out: not at all.',
        '5m',
      ),
    ),
    testRequestsPerSecond: z.optional(
      withHelp(
        {
          title: 'Test requests',
          description: 'Blue and green: requests of the test. Left out: 10 a second.',
          unit: 'requests a second',
          example: 10,
        },
        z.number().check(z.gt(0), z.lte(1e9)),
      ),
    ),
    keepOld: z.optional(
      duration(
        'Keep the old side',
        'Blue and green: how long the old side lives on after the switch. A way back is as short as `rollback` only while it does. Left out: 30s.',
        '1h',
        ['scaleDownDelay'],
      ),
    ),
    approval: z.optional(
      withHelp(
        {
          title: 'Approval',
          description: 'Blue and green: whether somebody has to approve the switch.',
          example: true,
        },
        z.boolean(),
      ),
    ),
    judge: z.optional(
      withHelp(
        {
          title: 'Judge',
          alsoCalled: ['analysis'],
          description:
            'Of a canary. `sequential`: looks at both versions as often as it likes, and still wrongs a good release no more often than `falseAbortRate`. `threshold`: counts checks that fail, as most controllers do. Left out: `sequential`.',
          example: 'sequential',
        },
        z.enum(['sequential', 'threshold']),
      ),
    ),
    falseAbortRate: z.optional(
      withHelp(
        {
          title: 'False abort rate',
          description:
            'Of the sequential judge: the most that good releases are rolled back for. Left out: 0.01.',
          unit: 'share of releases',
          example: 0.01,
        },
        z.number().check(z.gt(0), z.lte(0.5)),
      ),
    ),
    interval: z.optional(
      duration(
        'Interval',
        'How often checks are made within a step. Left out: each minute for a canary and a switch, else once at the end of the hold.',
        '1m',
        ['every'],
      ),
    ),
    failureLimit: z.optional(
      withHelp(
        {
          title: 'Failure limit',
          alsoCalled: ['threshold'],
          description:
            'Failed checks that are put up with, in all: one more rolls back. Left out: 0.',
          unit: 'failed checks',
          example: 2,
        },
        z.int().check(z.gte(0), z.lte(10_000)),
      ),
    ),
    checks: z.optional(
      withHelp(
        {
          title: 'Checks',
          alsoCalled: ['metrics', 'gates', 'conditions'],
          description: 'What is looked at. A launch without checks catches nothing.',
          example: [{ metric: 'error-rate', above: 0.01 }],
        },
        z.array(launchCheckSchema).check(z.maxLength(50)),
      ),
    ),
    requestsPerSecond: z.optional(
      withHelp(
        {
          title: 'Requests a second',
          alsoCalled: ['traffic', 'rps', 'qps'],
          description:
            'Of old and new version together. Left out: that of the metrics in `flaglab.yaml`, else 100.',
          unit: 'requests a second',
          example: 100,
        },
        z.number().check(z.gt(0), z.lte(1e9)),
      ),
    ),
    routing: z.optional(
      withHelp(
        {
          title: 'Routing',
          description:
            '`sticky`: users stay with their version, as with a flag. `per-request`: each request is drawn anew, so that far more users meet the new version than its weight says. Left out: sticky.',
          example: 'sticky',
        },
        z.enum(['sticky', 'per-request']),
      ),
    ),
    requestsPerUser: z.optional(
      withHelp(
        {
          title: 'Requests a user',
          description: 'How many requests one user makes during a launch. Left out: 20.',
          unit: 'requests',
          example: 20,
        },
        z.number().check(z.gte(1), z.lte(1e6)),
      ),
    ),
    rollback: z.optional(
      duration(
        'Rollback latency',
        'From the decision until no request reaches the new version any more. Left out: 0s.',
        '30s',
        ['rollbackLatency', 'rollbackSeconds'],
      ),
    ),
    response: z.optional(
      duration(
        'Response time',
        'Until somebody looks at a launch that hangs, or approves a step that waits. Left out: 30m.',
        '30m',
        ['responseTime'],
      ),
    ),
  })
  .check(checkLaunch);

/** A launch as read from a plan. JSON-safe. */
export type PlanLaunch = DeepReadonly<z.infer<typeof launchSchema>>;

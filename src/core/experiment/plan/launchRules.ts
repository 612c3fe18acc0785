import { durationSeconds } from '../../rollout/read/durationSeconds';
import { metricNameOf } from '../../rollout/release/metricName';
import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';
import { plainNumber } from '../../syntax/plainNumber';
import type { LaunchStrategy } from './launchStrategies';

interface CheckLike {
  readonly metric: string;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly ratio?: number | undefined;
  readonly window?: string | undefined;
}

interface StepLike {
  readonly weight?: number | undefined;
  readonly segments?: Readonly<Record<string, number>> | undefined;
}

interface LaunchLike {
  readonly strategy: LaunchStrategy;
  readonly judge?: 'sequential' | 'threshold' | undefined;
  readonly interval?: string | undefined;
  readonly over?: string | undefined;
  readonly steps?: readonly StepLike[] | undefined;
  readonly segments?: readonly { readonly name: string; readonly share: number }[] | undefined;
  readonly checks?: readonly CheckLike[] | undefined;
}

type Payload = z.core.ParsePayload<LaunchLike>;

interface StrategyKeys {
  readonly needs: readonly string[];
  readonly takes: readonly string[];
}

/** Keys that only some strategies take; all take those of traffic, checks and the way back. */
const keysOf: Readonly<Record<LaunchStrategy, StrategyKeys>> = {
  'all-at-once': { needs: [], takes: ['hold', 'interval', 'failureLimit'] },
  steps: { needs: ['steps'], takes: ['interval', 'failureLimit'] },
  progressive: { needs: ['over'], takes: ['from', 'to', 'interval', 'failureLimit'] },
  canary: { needs: ['steps'], takes: ['judge', 'interval', 'failureLimit', 'falseAbortRate'] },
  'blue-green': {
    needs: [],
    takes: [
      'hold',
      'test',
      'testRequestsPerSecond',
      'keepOld',
      'approval',
      'interval',
      'failureLimit',
    ],
  },
  rings: { needs: ['segments', 'steps'], takes: ['interval', 'failureLimit'] },
};

const special = [
  ...new Set(Object.values(keysOf).flatMap(({ needs, takes }) => [...needs, ...takes])),
];

const examples: Readonly<Record<string, string>> = {
  steps: 'steps: [{ weight: 5, hold: 10m }]',
  over: 'over: 24h',
  segments: 'segments: [{ name: beta, share: 5 }]',
};

const leastSeconds = 1;

/** Where all are meant, in a ring's segments. */
export const everyone = 'everyone';

/** What the parts of a launch ask of each other. */
export function checkLaunch(payload: Payload): void {
  if (payload.issues.length) return;
  checkKeys(payload);
  checkTimes(payload);
  checkSteps(payload);
  checkSegments(payload);
  payload.value.checks?.forEach((check, index) => checkCheck(payload, check, index));
}

function checkKeys(payload: Payload): void {
  const launch = payload.value as LaunchLike & Readonly<Record<string, unknown>>;
  const { needs, takes } = keysOf[launch.strategy];
  for (const key of needs) {
    if (launch[key] !== undefined) continue;
    refuseValue(payload, {
      code: 'key-missing',
      path: [],
      message: `"${key}" is missing: the strategy "${launch.strategy}" has it. Add ${examples[key] ?? key}.`,
    });
  }
  const isThreshold = launch.judge === 'threshold';
  const unused =
    launch.strategy === 'canary' ? [isThreshold ? 'falseAbortRate' : 'failureLimit'] : [];
  for (const key of special) {
    if (launch[key] === undefined) continue;
    const isTaken = [...needs, ...takes].includes(key) && !unused.includes(key);
    if (isTaken) continue;
    const who = unused.includes(key)
      ? `the ${isThreshold ? 'threshold' : 'sequential'} judge`
      : `the strategy "${launch.strategy}"`;
    refuseValue(payload, {
      code: 'launch-key',
      path: [key],
      atKey: true,
      message: `"${key}" means nothing to ${who}. Remove it, or take another strategy or judge.`,
    });
  }
}

/** Times that others are divided by: a launch that is looked at without end never ends. */
function checkTimes(payload: Payload): void {
  const { interval, over, checks = [] } = payload.value;
  const refuse = (text: string | undefined, path: readonly (string | number)[]) => {
    const seconds = text === undefined ? null : durationSeconds(text);
    if (seconds === null || seconds >= leastSeconds) return;
    refuseValue(payload, {
      code: 'value-range',
      path: [...path],
      message: `"${text}" is too short: write 1s or longer.`,
    });
  };
  refuse(interval, ['interval']);
  refuse(over, ['over']);
  checks.forEach(({ window }, index) => refuse(window, ['checks', index, 'window']));
}

function checkSteps(payload: Payload): void {
  const { strategy, steps = [] } = payload.value;
  const isRings = strategy === 'rings';
  const [wanted, other] = isRings
    ? (['segments', 'weight'] as const)
    : (['weight', 'segments'] as const);
  steps.forEach((step, index) => {
    if (step[wanted] === undefined) {
      refuseValue(payload, {
        code: 'key-missing',
        path: ['steps', index],
        message: `"${wanted}" is missing in step ${index + 1}. Add ${isRings ? 'segments: { beta: 50 }, percents of segments' : 'weight: 5, a percentage'}.`,
      });
    }
    if (step[other] === undefined) return;
    refuseValue(payload, {
      code: 'launch-key',
      path: ['steps', index, other],
      atKey: true,
      message: `"${other}" means nothing to the strategy "${strategy}": its steps have ${wanted}.`,
    });
  });
}

function checkSegments(payload: Payload): void {
  const { segments = [], steps = [], strategy } = payload.value;
  const twice = segments.findIndex(
    ({ name }, i) => name === everyone || segments.findIndex((each) => each.name === name) < i,
  );
  if (twice >= 0) {
    const name = segments[twice]?.name;
    refuseValue(payload, {
      code: 'name-duplicate',
      path: ['segments', twice, 'name'],
      message:
        name === everyone
          ? '"everyone" is all users, no segment of its own. Give it another name.'
          : `Two segments are named "${name}". Give each a name of its own.`,
    });
  }
  const sum = segments.reduce((total, { share }) => total + share, 0);
  if (sum > 100 + 1e-9) {
    refuseValue(payload, {
      code: 'segments-sum',
      path: ['segments'],
      message: `The shares of "segments" sum to ${plainNumber(Number(sum.toPrecision(6)))} %, more than all requests. Nobody is in two segments.`,
    });
  }
  if (strategy !== 'rings') return;
  const names = [...segments.map(({ name }) => name), everyone];
  steps.forEach((step, index) => {
    for (const name of Object.keys(step.segments ?? {})) {
      if (names.includes(name)) continue;
      refuseValue(payload, {
        code: 'value-choice',
        path: ['steps', index, 'segments', name],
        atKey: true,
        message: `Step ${index + 1} names the segment "${name}", which is none of ${names.join(', ')}.`,
      });
    }
  });
}

function checkCheck(payload: Payload, check: CheckLike, index: number): void {
  const { strategy, judge } = payload.value;
  const refuse = (code: string, key: string | null, message: string) =>
    refuseValue(payload, {
      code,
      path: ['checks', index, ...(key === null ? [] : [key])],
      ...(key !== null && key !== 'metric' && { atKey: true }),
      message,
    });
  const name = metricNameOf(check.metric);
  if (name === null) {
    refuse(
      'value-choice',
      'metric',
      `"${check.metric}" is no metric that is simulated. Write error-rate, success-rate, latency-p99, conversion or saturation.`,
    );
    return;
  }
  const isSequential = strategy === 'canary' && judge !== 'threshold';
  if (
    isSequential &&
    (name.kind !== 'share' || name.metric !== 'error-rate' || name.isComplement)
  ) {
    refuse(
      'value-choice',
      'metric',
      `The sequential judge compares error-rate alone, not "${check.metric}". Write judge: threshold for it.`,
    );
  } else if (isSequential && check.below !== undefined) {
    refuse('launch-key', 'below', 'A share of errors is bad above a limit: write above.');
  } else if (isSequential && check.window !== undefined) {
    refuse(
      'launch-key',
      'window',
      'The sequential judge counts from the start of the step: it has no window.',
    );
  } else if (!isSequential && check.ratio !== undefined) {
    refuse(
      'launch-key',
      'ratio',
      'Only the sequential judge compares versions. Write above or below.',
    );
  } else if (!isSequential && check.above === undefined && check.below === undefined) {
    refuse('key-missing', null, `Check ${index + 1} has no limit. Add above: 0.01 or below: 0.99.`);
  }
  const shares = name.kind === 'share' ? [check.above, check.below] : [];
  if (shares.some((limit) => limit !== undefined && limit > 1)) {
    refuse(
      'value-range',
      check.above !== undefined && check.above > 1 ? 'above' : 'below',
      `"${check.metric}" is a share of requests, from 0 to 1. Write 1 % as 0.01.`,
    );
  }
}

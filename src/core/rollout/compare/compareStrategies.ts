import { goodMetrics } from '../assess/assessRollout';
import { controllerOf } from '../controllers/registry';
import { LaidOutLaunch } from '../launch/laidOutLaunch';
import type { SequentialSettings } from '../strategies/sequentialSettings';
import { finished } from '../simulate/finished';
import { simulateSteps } from '../simulate/rolloutSimulation';
import type { RolloutRequest } from '../simulate/rolloutRequest';
import type { RolloutResult } from '../simulate/rolloutResult';
import type { Strategy } from '../strategies/strategy';
import { type StrategyVariant, variantsOf } from './variants';

/** One strategy beside others: the same traffic, the same release. */
export interface ComparedStrategy {
  readonly label: string;
  /** Chance of rolling back the bad release, and the good one. */
  readonly caught: number;
  readonly falseAborts: number;
  readonly medianMinutesToRollback: number | null;
  /** Of the bad release: users exposed before the launch ends, all of that time if it is promoted. */
  readonly usersExposed: number;
  /** Beyond those of the old version, with those after a promotion until it is noticed. */
  readonly badRequests: number;
  /** Of the good release. */
  readonly minutesToFullTraffic: number | null;
  /** Most that runs besides the old version, as a share of its capacity. */
  readonly extraCapacity: number;
  /** Why nobody should take it: another is at least as good in all that counts; null where none is. */
  readonly dominatedBy: string | null;
}

export interface StrategyComparison {
  readonly strategies: readonly ComparedStrategy[];
  /** What would fix it: changes that catch the bad release in 80 % of launches and abort at most 1 % of good ones, the one that hurts fewest first. */
  readonly fixes: readonly string[];
}

/** What a strategy that is good enough does. */
const target = { caught: 0.8, falseAborts: 0.01 } as const;

/** Compares a strategy with its variants, with Flaglab's own judge on the same weights, and with all at once. */
export function compareStrategies(request: RolloutRequest): StrategyComparison {
  return finished(comparisonSteps(request));
}

/** The same in small steps; the last is the whole. */
export function* comparisonSteps(request: RolloutRequest): Generator<null, StrategyComparison> {
  const own = { label: 'as it is', strategy: request.strategy };
  const variants = variantsOf(request.strategy);
  const measured: Measured[] = [];
  for (const one of [own, ...variants, ...others(request)]) {
    measured.push(yield* measure(one, request));
  }
  const strategies = measured.map((one) => ({ ...one, dominatedBy: dominating(one, measured) }));
  const isFine = (one: ComparedStrategy) =>
    one.caught >= target.caught && one.falseAborts <= target.falseAborts;
  const fixes = strategies
    .slice(1)
    .filter(isFine)
    .sort((a, b) => a.badRequests - b.badRequests)
    .map(({ label }) => label);
  const [first] = strategies;
  return { strategies, fixes: first !== undefined && isFine(first) ? [] : fixes };
}

function others(request: RolloutRequest): readonly StrategyVariant[] {
  const judge = sequentialTwin(request);
  const step = { weight: 100, holdSeconds: 60, minimumRequests: 0, approval: false, gates: [] };
  const atOnce: Strategy = { kind: 'fixed-steps', steps: [step] };
  return [
    ...(judge === null
      ? []
      : [{ label: "Flaglab's sequential judge, the same weights", strategy: judge }]),
    { label: 'all at once', strategy: atOnce },
  ];
}

/** The same weights for the same times, judged by Flaglab's own test each minute. */
function sequentialTwin(request: RolloutRequest): SequentialSettings | null {
  const launch = new LaidOutLaunch(request);
  controllerOf(request.strategy).run(launch);
  const moves = launch.weights.filter(({ share }, i) => share !== launch.weights[i - 1]?.share);
  const steps = moves.flatMap(({ time, share }, i) => {
    const holdSeconds = (moves[i + 1]?.time ?? launch.time) - time;
    return share > 0 && share < 1 && holdSeconds > 0 ? [{ weight: share * 100, holdSeconds }] : [];
  });
  if (steps.length === 0 || request.strategy.kind === 'sequential') return null;
  return {
    kind: 'sequential',
    steps,
    intervalSeconds: 60,
    falseAbortRate: target.falseAborts,
    metrics: [{ metric: 'error-rate', largestRatio: 1, limit: null }],
  };
}

function* measure(
  { label, strategy }: StrategyVariant,
  request: RolloutRequest,
): Generator<null, Measured> {
  const bad = yield* simulateSteps({ ...request, strategy });
  const metrics = goodMetrics(request);
  const good = yield* simulateSteps({
    ...request,
    strategy,
    release: { ...request.release, metrics },
  });
  return {
    label,
    caught: chanceOf(bad),
    falseAborts: chanceOf(good),
    medianMinutesToRollback: bad.outcomes.medianMinutesToRollback,
    usersExposed: bad.outcomes.meanUsersExposed ?? 0,
    badRequests: (bad.outcomes.meanBadRequests ?? 0) + (bad.outcomes.meanResidualBadRequests ?? 0),
    minutesToFullTraffic: good.outcomes.medianMinutesToFullTraffic,
    extraCapacity: extraCapacity(strategy),
  };
}

function chanceOf({ closedForm, outcomes }: RolloutResult): number {
  return closedForm?.rollback ?? outcomes.probabilityOfRollback ?? 0;
}

/** Blue and green double it; a canary runs its largest weight besides, with Kayenta a baseline as well. */
function extraCapacity(strategy: Strategy): number {
  switch (strategy.kind) {
    case 'argo-blue-green':
      return 1;
    case 'flagger':
      return strategy.mode.kind === 'canary' ? Math.max(0, ...strategy.mode.weights) / 100 : 1;
    case 'kayenta':
      return (2 * strategy.weight) / 100;
    case 'argo-canary':
      return strategy.pods === null
        ? 1
        : strategy.pods.maxSurge / Math.max(1, strategy.pods.replicas);
    case 'fixed-steps':
    case 'sequential':
      return Math.max(0, ...strategy.steps.map(({ weight }) => (weight < 100 ? weight : 0))) / 100;
  }
}

type Measured = Omit<ComparedStrategy, 'dominatedBy'>;

/** Another that catches as much, aborts as few good ones, hurts as few and is as fast, and better in one of them. */
function dominating(one: Measured, all: readonly Measured[]): string | null {
  const costs = ({ caught, falseAborts, badRequests, minutesToFullTraffic }: Measured) => [
    -caught,
    falseAborts,
    badRequests,
    minutesToFullTraffic ?? Infinity,
  ];
  const own = costs(one);
  const slack = 0.002;
  const better = all.find((other) => {
    if (other === one) return false;
    const theirs = costs(other);
    const isNoWorse = theirs.every((cost, i) => cost <= (own[i] as number));
    const isBetter = theirs.some((cost, i) => {
      const mine = own[i] as number;
      return mine - cost > slack * Math.max(1, Math.abs(cost));
    });
    return isNoWorse && isBetter;
  });
  return better?.label ?? null;
}

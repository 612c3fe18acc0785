import { type AnalysisTest, analysisMethods } from '../../experiment/analysis/tests/registry';
import { metricKindRules } from '../../experiment/plan/metricKinds';
import type { Plan } from '../../experiment/plan/planSchema';
import type { Comparison } from '../../experiment/size/comparison';
import type { EngineKind } from '../simulationResult';
import { countSamplers } from './countSamplers';
import type { LaunchDrawer } from './fillLaunch';
import { userSamplers } from './userSamplers';

/** Who draws a run's users, and why. */
export interface ChosenEngine extends LaunchDrawer {
  readonly kind: EngineKind;
  readonly reason: string;
  /** Whether each value is kept, for tests of ranks and for resampling. */
  readonly keepsValues: boolean;
  /** Whether only totals of counts are drawn. */
  readonly isTotals: boolean;
}

export type EngineChoice =
  | ChosenEngine
  | { readonly kind: 'refused'; readonly keepsValues: false; readonly message: string };

/** Exact counts where users are alike and the tests ask for sums alone; else user by user. */
export function chooseEngine(
  comparison: Comparison,
  {
    rules,
    wanted,
    simulation,
    isFixedSplit = false,
  }: {
    readonly rules: readonly AnalysisTest[];
    readonly wanted?: EngineKind | undefined;
    readonly simulation?: Plan['simulation'];
    /** Every launch then draws from the same few distributions. */
    readonly isFixedSplit?: boolean;
  },
): EngineChoice {
  const { metric } = comparison;
  const { noun } = metricKindRules[metric.kind];
  const needy = rules.find((test) => {
    const needs = analysisMethods[test]?.needs;
    return needs?.values === true || needs?.buckets === true;
  });
  const isTotals = (metric.kind === 'count' || metric.kind === 'rate') && wanted !== 'users';
  const sums =
    wanted === 'users' || needy !== undefined ? null : countSamplers(comparison, { isFixedSplit });
  const asksSpread = rules.some((test) => analysisMethods[test]?.needs.spread === true);
  if (sums !== null && !(isTotals && asksSpread)) {
    const reason = `Users are alike, and ${noun} is tested by sums: the exact sums of each day and variant are drawn.`;
    return {
      kind: 'counts',
      reason,
      samplers: sums,
      isByUser: false,
      keepsValues: false,
      isTotals,
    };
  }
  const users = userSamplers(metric, simulation);
  if (users === null || (wanted === 'counts' && needy === undefined)) {
    const message =
      users === null
        ? `"${metric.name}" is ${noun} tested by "${metric.test}", which cannot be simulated yet.`
        : `"${metric.name}" cannot be simulated by counts: its users have to be drawn one by one.`;
    return { kind: 'refused', keepsValues: false, message };
  }
  const reason =
    wanted === 'users'
      ? 'Every user is drawn, as was asked for.'
      : needy === undefined
        ? `The sums of ${noun} have no distribution to draw from at once: every user is drawn.`
        : `The test "${needy}" asks for every user's own value: every user is drawn.`;
  return {
    kind: 'users',
    reason,
    samplers: users,
    isByUser: true,
    keepsValues: needy !== undefined,
    isTotals: false,
  };
}

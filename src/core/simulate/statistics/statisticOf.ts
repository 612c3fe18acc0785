import { analysisMethods, type AnalysisTest } from '../../experiment/analysis/tests/registry';
import { welchDegreesOfFreedom } from '../../experiment/analysis/tests/welchTest';
import type { Comparison } from '../../experiment/size/comparison';
import { unpooledZ } from '../../stats/tests/unpooledZ';
import type { ArmColumns, LaunchData } from '../launch/launchData';
import { evidenceStatistic } from './evidenceStatistic';
import type { LaunchStatistic } from './launchStatistic';
import type { ReadDifference } from './measuredDifference';
import { waldStatistic } from './waldStatistic';

/** Each share's own variance: `unpooledZ` itself, which most simulations ask. */
const sharesUnpooled: LaunchStatistic = {
  score: ({ control, treatment }, step) =>
    unpooledZ(
      control.y[step] as number,
      control.units[step] as number,
      treatment.y[step] as number,
      treatment.units[step] as number,
    ),
};

function varianceAt(arm: ArmColumns, step: number): number {
  const n = arm.units[step] as number;
  const mean = (arm.y[step] as number) / n;
  return (((arm.yy[step] as number) / n - mean * mean) * n) / (n - 1);
}

function welchAt({ control, treatment }: LaunchData, step: number): number {
  return welchDegreesOfFreedom(
    { variance: varianceAt(control, step), units: control.units[step] as number },
    { variance: varianceAt(treatment, step), units: treatment.units[step] as number },
  );
}

/** Tests whose statistic is the difference over its standard error: read off the sums, without a detour. */
const waldTests: ReadonlySet<AnalysisTest> = new Set([
  'z-unpooled',
  'normal',
  'welch',
  'delta-method',
]);

/** How a test reads launches of a comparison; null where it cannot. */
export function statisticOf(
  test: AnalysisTest,
  comparison: Comparison,
  read: ReadDifference,
): LaunchStatistic | null {
  const { hypothesis, better, margin } = comparison;
  const method = analysisMethods[test];
  if (method === null || method.needs.pairs === true) return null;
  if (hypothesis === 'superiority' && test === 'z-unpooled') return sharesUnpooled;
  if (waldTests.has(test) && hypothesis !== 'equivalence') {
    const welch = test === 'welch' ? { degreesOfFreedom: welchAt } : {};
    if (hypothesis === 'superiority') return waldStatistic(read, welch);
    const against = waldStatistic(read, { ...welch, nullDifference: -better * margin });
    return { score: (launch, step) => better * against.score(launch, step) };
  }
  return evidenceStatistic(method, { ...comparison, comparison });
}

import type { Plan } from '../../experiment/plan/planSchema';
import type { Comparison } from '../../experiment/size/comparison';
import { type Truth, unitGroups } from '../../traffic/unitGroups';
import { saltOf } from '../../traffic/unitHash';
import type { LaunchSteps } from './launchSteps';
import type { Split, World } from './world';

/** The world of a launch: its steps, and what is true in it. */
export function worldOf(
  plan: Plan,
  comparison: Comparison,
  {
    steps,
    split,
    truth,
    dayOf = (step) => steps.day[step] ?? 0,
  }: {
    readonly steps: LaunchSteps;
    readonly split: Split;
    readonly truth: Truth;
    /** Day (0 is the first) of a step; left out: the step's own. */
    readonly dayOf?: (step: number) => number;
  },
): World {
  let left = 1;
  const groups = unitGroups(plan, comparison, truth).map(({ share, control, treatmentOn }) => {
    const shareOfRest = Math.min(1, share / left);
    left = Math.max(1e-12, left - share);
    return {
      shareOfRest,
      control: new Float64Array(steps.count).fill(control),
      treatment: Float64Array.from({ length: steps.count }, (_, step) => treatmentOn(dayOf(step))),
    };
  });
  const salt = saltOf(plan.assignment?.salt ?? plan.flag);
  return { steps, salt, split, groups, recorded: recordedShares(plan) };
}

/** Share of units whose telemetry is kept and arrives. */
function recordedShares({ telemetry, simulation }: Plan): World['recorded'] {
  const kept = telemetry?.sampledShare ?? 1;
  const { control = 0, treatment = 0 } = simulation?.lostShare ?? {};
  return { control: kept * (1 - control), treatment: kept * (1 - treatment) };
}

import type { LaunchSteps } from './launchSteps';

/** How units fall to control and to the treatment that is simulated. */
export interface Split {
  /** `hash`: by chance, as a hash does it; `fixed`: exactly by the weights. */
  readonly kind: 'hash' | 'fixed';
  /** Share of control among all units, and of the treatment among those not in control. */
  readonly controlShare: number;
  readonly treatmentShareOfRest: number;
}

/** Units that are alike, and the metric's mean among them in each variant at each step. */
export interface WorldGroup {
  /** Share of them among the units of this group and those behind it: the last one has 1. */
  readonly shareOfRest: number;
  readonly control: Float64Array;
  readonly treatment: Float64Array;
}

/** What is true in a launch: who comes when, and what the metric's mean is in each variant at each step. */
export interface World {
  readonly steps: LaunchSteps;
  /** Of the plan's assignment. */
  readonly salt: number;
  readonly split: Split;
  readonly groups: readonly WorldGroup[];
  /** Share of each variant's units whose telemetry arrives. */
  readonly recorded: { readonly control: number; readonly treatment: number };
}

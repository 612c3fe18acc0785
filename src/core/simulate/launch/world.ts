import type { LaunchSteps } from './launchSteps';

/** How units fall to control and to the treatment that is simulated. */
export interface Split {
  /** `hash`: by chance, as a hash does it; `fixed`: exactly by the weights. */
  readonly kind: 'hash' | 'fixed';
  /** Share of control among all units, and of the treatment among those not in control. */
  readonly controlShare: number;
  readonly treatmentShareOfRest: number;
}

/** What is true in a launch: who comes when, and what the metric's mean is in each variant at each step. */
export interface World {
  readonly steps: LaunchSteps;
  readonly split: Split;
  readonly controlValue: Float64Array;
  readonly treatmentValue: Float64Array;
  /** Share of each variant's units whose telemetry arrives. */
  readonly recorded: { readonly control: number; readonly treatment: number };
}

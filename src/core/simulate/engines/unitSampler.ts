import type { RandomStream } from '../../stats/random/randomStream';
import type { ArmColumns } from '../launch/launchData';

/** Draws the metric of units of one variant. */
export interface UnitSampler {
  /** Adds `units` units whose metric has the mean `value` to the running sums at `step`. */
  readonly draw: (
    stream: RandomStream,
    units: number,
    value: number,
    arm: ArmColumns,
    step: number,
  ) => void;
}

/** A sampler for each variant, and what it takes off each value. */
export interface ArmSamplers {
  readonly control: UnitSampler;
  readonly treatment: UnitSampler;
  readonly centre: number;
}

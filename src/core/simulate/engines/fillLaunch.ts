import type { RandomStream } from '../../stats/random/randomStream';
import { sampleBinomial } from '../../stats/random/sampleBinomial';
import type { LaunchData } from '../launch/launchData';
import type { ArmSamplers } from './unitSampler';
import type { World } from '../launch/world';

/**
 * Draws one launch. Users arrive day by day; each gets a variant by chance at the plan's weights, as a hash assigns them, so
 * that the count of each variant varies and only the total is fixed; some are lost to telemetry; the sampler draws what
 * the others do.
 */
export function fillLaunch(
  stream: RandomStream,
  world: World,
  samplers: ArmSamplers,
  launch: LaunchData,
): void {
  const { steps, split, controlValue, treatmentValue, recorded } = world;
  const { control, treatment } = launch;
  for (let step = 0; step < steps.count; step += 1) {
    const newUnits = steps.newUnits[step] as number;
    let controlUnits: number;
    let treatmentUnits: number;
    if (split.kind === 'fixed') {
      // Rounded over all so far: single units would otherwise always fall to the same side.
      const units = steps.units[step] as number;
      const wanted = Math.round(units * split.controlShare);
      controlUnits = wanted - (step === 0 ? 0 : control.assigned);
      treatmentUnits =
        Math.round((units - wanted) * split.treatmentShareOfRest) -
        (step === 0 ? 0 : treatment.assigned);
    } else {
      controlUnits = sampleBinomial(stream, newUnits, split.controlShare);
      treatmentUnits = sampleBinomial(stream, newUnits - controlUnits, split.treatmentShareOfRest);
    }
    control.carry(step);
    treatment.carry(step);
    control.assigned += controlUnits;
    treatment.assigned += treatmentUnits;
    if (recorded.control < 1) controlUnits = sampleBinomial(stream, controlUnits, recorded.control);
    if (recorded.treatment < 1) {
      treatmentUnits = sampleBinomial(stream, treatmentUnits, recorded.treatment);
    }
    samplers.control.draw(stream, controlUnits, controlValue[step] as number, control, step);
    samplers.treatment.draw(
      stream,
      treatmentUnits,
      treatmentValue[step] as number,
      treatment,
      step,
    );
  }
}

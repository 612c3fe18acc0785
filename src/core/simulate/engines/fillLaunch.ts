import { sampleBernoulliCount } from '../../stats/random/sampleBernoulliCount';
import { sampleBinomial } from '../../stats/random/sampleBinomial';
import type { RandomStream } from '../../stats/random/randomStream';
import { unitHash } from '../../traffic/unitHash';
import type { LaunchData } from '../launch/launchData';
import type { World, WorldGroup } from '../launch/world';
import type { ArmSamplers } from './unitSampler';

/** How units of a launch are drawn. */
export interface LaunchDrawer {
  readonly samplers: ArmSamplers;
  /** User by user: each is assigned by the hash of its number, and lost or not by itself. */
  readonly isByUser: boolean;
}

const toShare = 2 ** -32;

/** Units of control and of treatment among new ones; reused, as launches are many. */
const assigned = { control: 0, treatment: 0 };

/**
 * Draws one launch. Users arrive day by day; each gets a variant by its hash at the plan's weights, so that the count of
 * each variant varies and only the total is fixed; some are lost to telemetry; the sampler draws what the others do.
 */
export function fillLaunch(
  stream: RandomStream,
  world: World,
  { samplers, isByUser }: LaunchDrawer,
  launch: LaunchData,
): void {
  const { steps, split, groups, recorded } = world;
  const { control, treatment } = launch;
  const isHashed = isByUser && split.kind === 'hash';
  // Units of different launches are different people: another salt has the same effect.
  const salt = isHashed ? stream.nextUint32() ^ world.salt : 0;
  for (let step = 0; step < steps.count; step += 1) {
    control.carry(step);
    treatment.carry(step);
    if (split.kind === 'fixed') assignExactly(world, launch, step);
    else if (isHashed) assignByHash(world, salt, step);
    else assignByCount(stream, world, step);
    control.assigned += assigned.control;
    treatment.assigned += assigned.treatment;
    let controlUnits = assigned.control;
    let treatmentUnits = assigned.treatment;
    const kept = isByUser ? sampleBernoulliCount : sampleBinomial;
    if (recorded.control < 1) controlUnits = kept(stream, controlUnits, recorded.control);
    if (recorded.treatment < 1) treatmentUnits = kept(stream, treatmentUnits, recorded.treatment);
    for (let i = 0; i < groups.length; i += 1) {
      const group = groups[i] as WorldGroup;
      const isRest = group.shareOfRest === 1;
      const ofControl = isRest ? controlUnits : kept(stream, controlUnits, group.shareOfRest);
      const ofTreatment = isRest ? treatmentUnits : kept(stream, treatmentUnits, group.shareOfRest);
      const value = group.control[step] as number;
      samplers.control.draw(stream, ofControl, value, control, step);
      samplers.treatment.draw(
        stream,
        ofTreatment,
        group.treatment[step] as number,
        treatment,
        step,
      );
      controlUnits -= ofControl;
      treatmentUnits -= ofTreatment;
    }
  }
}

/** As many as the weights say, rounded over all so far: single units would otherwise always fall to the same side. */
function assignExactly({ steps, split }: World, { control, treatment }: LaunchData, step: number) {
  const units = steps.units[step] as number;
  const wanted = Math.round(units * split.controlShare);
  const rest = Math.round((units - wanted) * split.treatmentShareOfRest);
  assigned.control = wanted - control.assigned;
  assigned.treatment = rest - treatment.assigned;
}

function assignByCount(stream: RandomStream, { steps, split }: World, step: number): void {
  const newUnits = steps.newUnits[step] as number;
  const control = sampleBinomial(stream, newUnits, split.controlShare);
  assigned.control = control;
  assigned.treatment = sampleBinomial(stream, newUnits - control, split.treatmentShareOfRest);
}

/** Each unit by the hash of its number: the n-th that comes is always the same one. */
function assignByHash({ steps, split }: World, salt: number, step: number): void {
  const end = steps.units[step] as number;
  const controlEnd = split.controlShare;
  const treatmentEnd = controlEnd + (1 - controlEnd) * split.treatmentShareOfRest;
  let control = 0;
  let treatment = 0;
  for (let unit = end - (steps.newUnits[step] as number); unit < end; unit += 1) {
    const place = unitHash(salt, unit) * toShare;
    if (place < controlEnd) control += 1;
    else if (place < treatmentEnd) treatment += 1;
  }
  assigned.control = control;
  assigned.treatment = treatment;
}

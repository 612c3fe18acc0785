import type { PlannerTool } from './plannerTool';
import { toolMethods } from './toolMethods';

/** The formula that Statsig and Eppo document: the baseline’s variance in both variants. */
export const statsigEppo: PlannerTool = {
  id: 'statsig-eppo',
  name: 'the formula of Statsig and Eppo',
  sizes: 'proportions and means',
  method: ({ kind }) =>
    kind === 'proportion' || kind === 'mean' ? toolMethods['baseline-variance'] : null,
  reads: { significanceLevel: true, power: true, sides: false, weights: true },
  correction: 'none',
  rounded: Math.ceil,
  quirks: () => [
    'With the baseline’s variance in both variants a share that grows towards one half is given too few units, one that shrinks too many.',
  ],
};

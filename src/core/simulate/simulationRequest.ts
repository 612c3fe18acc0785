import type { Plan } from '../experiment/plan/planSchema';

/** What a simulation is a function of. */
export interface SimulationRequest {
  readonly plan: Plan;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly replications: number;
}

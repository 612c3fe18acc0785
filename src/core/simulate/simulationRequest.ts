import type { Plan } from '../experiment/plan/planSchema';
import type { EngineKind } from './simulationResult';

/** What a simulation is a function of. */
export interface SimulationRequest {
  readonly plan: Plan;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly replications: number;
  /** Ends the run as soon as power and false alarms are known to so much, as half their 95 % intervals; `replications` at most. */
  readonly error?: number;
  /** Ids of rules to compare with the plan's own on the same users. */
  readonly rules?: readonly string[];
  /** Left out: counts where users are alike, else user by user. */
  readonly engine?: EngineKind;
  /** Only this is drawn, for a short answer; left out: everything. */
  readonly only?: 'power' | 'false-alarms' | 'peeking';
  /** Left out: each user by chance, as a hash does it. `fixed`: exactly as many as the weights say. */
  readonly split?: 'hash' | 'fixed';
}

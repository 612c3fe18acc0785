import type { RunCheckpoint } from '../core/simulate/runCheckpoint';
import type { SimulationRequest } from '../core/simulate/simulationRequest';

/**
 * What outlives a panel of its run: all that the run is a function of besides the plan (which is the file's), and what it has
 * done. The checkpoint's hash says of which plan: one of another plan is of no use.
 */
export interface KeptRun {
  readonly asked: Omit<SimulationRequest, 'plan'>;
  readonly checkpoint: RunCheckpoint;
  readonly state: 'running' | 'cancelled' | 'finished';
}

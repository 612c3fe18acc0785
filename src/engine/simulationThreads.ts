import type { BlockSums } from '../core/simulate/blockSums';
import type { BlockHelper } from '../core/simulate/runSimulation';
import type { SimulationRequest } from '../core/simulate/simulationRequest';

/** A thread that helps with one run. */
export interface SimulationThread extends BlockHelper {
  readonly close: () => void;
}

export type StartSimulationThread = (request: SimulationRequest) => SimulationThread;

/** To a thread that helps with a run: first what the run is, then blocks. */
export type ToSimulationThread =
  | { readonly kind: 'open'; readonly request: SimulationRequest }
  | { readonly kind: 'block'; readonly block: number };

export interface FromSimulationThread {
  readonly block: number;
  readonly sums: BlockSums;
}

import type { SimulationRequest } from '../core/simulate/simulationRequest';
import type { SimulationResult } from '../core/simulate/simulationResult';

export type { SimulationRequest } from '../core/simulate/simulationRequest';

export type ToSimulationWorker =
  | { readonly kind: 'start'; readonly run: number; readonly request: SimulationRequest }
  | { readonly kind: 'cancel'; readonly run: number };

/** `finished` and `cancelled` carry what is known at the end; `failed` a sentence for people. */
export type FromSimulationWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly result: SimulationResult }
  | { readonly kind: 'finished'; readonly run: number; readonly result: SimulationResult }
  | { readonly kind: 'cancelled'; readonly run: number; readonly result: SimulationResult | null }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

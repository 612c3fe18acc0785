import type { Plan } from '../core/experiment/plan/planSchema';
import type { SimulationResult } from '../core/simulate/simulationResult';

export interface SimulationRequest {
  readonly plan: Plan;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly replications: number;
}

export type ToSimulationWorker =
  | { readonly kind: 'start'; readonly run: number; readonly request: SimulationRequest }
  | { readonly kind: 'cancel'; readonly run: number };

/** `finished` and `cancelled` carry what is known at the end; `failed` a sentence for people. */
export type FromSimulationWorker =
  | { readonly kind: 'progress'; readonly run: number; readonly result: SimulationResult }
  | { readonly kind: 'finished'; readonly run: number; readonly result: SimulationResult }
  | { readonly kind: 'cancelled'; readonly run: number; readonly result: SimulationResult | null }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

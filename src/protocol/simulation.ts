import type { RunCheckpoint } from '../core/simulate/runCheckpoint';
import type { SimulationRequest } from '../core/simulate/simulationRequest';
import type { LaunchFilm, SimulationResult } from '../core/simulate/simulationResult';

export type { SimulationRequest } from '../core/simulate/simulationRequest';

export type ToSimulationWorker =
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly request: SimulationRequest;
      /** What an earlier worker left of the same request: the run goes on behind it. One of another request is ignored. */
      readonly from?: RunCheckpoint | null;
      /** Nothing is drawn: what `from` says is told, as `cancelled`. */
      readonly tellOnly?: boolean;
    }
  | { readonly kind: 'cancel'; readonly run: number }
  /** Another launch of this request, to be watched. */
  | {
      readonly kind: 'film';
      readonly run: number;
      readonly request: SimulationRequest;
      readonly launch: number;
    };

/**
 * `finished` and `cancelled` carry what is known at the end; `failed` a sentence for people. `checkpoint` is what a later
 * worker can go on from: plain JSON, to be kept by who may outlive this worker.
 */
export type FromSimulationWorker =
  | {
      readonly kind: 'progress';
      readonly run: number;
      readonly result: SimulationResult;
      readonly checkpoint: RunCheckpoint;
    }
  | {
      readonly kind: 'finished';
      readonly run: number;
      readonly result: SimulationResult;
      readonly checkpoint: RunCheckpoint;
    }
  | {
      readonly kind: 'cancelled';
      readonly run: number;
      readonly result: SimulationResult | null;
      readonly checkpoint: RunCheckpoint | null;
    }
  | { readonly kind: 'film'; readonly run: number; readonly film: LaunchFilm }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

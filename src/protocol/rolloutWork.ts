import type { AssessmentOptions } from '../core/rollout/assess/assessRollout';
import type { OperatingPoint } from '../core/rollout/assess/operatingCurve';
import type { RolloutAssessment } from '../core/rollout/assess/rolloutAssessment';
import type { StrategyComparison } from '../core/rollout/compare/compareStrategies';
import type { RolloutFilm } from '../core/rollout/simulate/rolloutFilm';
import type { RolloutRequest } from '../core/rollout/simulate/rolloutRequest';
import type { RolloutResult } from '../core/rollout/simulate/rolloutResult';

export type ToRolloutWorker =
  /** A new one cancels the one before. */
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly request: RolloutRequest;
      readonly options: Omit<AssessmentOptions, 'signal'>;
      /** Which launch is filmed. */
      readonly film: number;
    }
  | { readonly kind: 'cancel'; readonly run: number }
  | {
      readonly kind: 'film';
      readonly run: number;
      readonly request: RolloutRequest;
      readonly film: number;
    };

/** What is known of a run so far; each replaces the one before. */
export interface RolloutProgress {
  readonly bad: RolloutResult | null;
  readonly good: RolloutResult | null;
  readonly curve: readonly OperatingPoint[];
  /** All of it, once it is. */
  readonly assessment: RolloutAssessment | null;
  readonly comparison: StrategyComparison | null;
}

/** `finished` and `cancelled` end a run; `failed` carries a sentence for people. */
export type FromRolloutWorker =
  | { readonly kind: 'film'; readonly run: number; readonly film: RolloutFilm }
  | {
      readonly kind: 'progress' | 'finished' | 'cancelled';
      readonly run: number;
      readonly progress: RolloutProgress;
    }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

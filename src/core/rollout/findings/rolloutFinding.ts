import type { Severity } from '../../model/diagnostic';
import type { PlannedCheck } from '../launch/laidOutLaunch';
import type { RolloutRequest } from '../simulate/rolloutRequest';

/** Something that cannot work in a rollout, or not as it looks. */
export interface RolloutFinding {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** What a rule looks at: a rollout under a release that changes nothing, and the launch laid out in time. */
export interface RolloutSituation {
  readonly request: RolloutRequest;
  readonly checks: readonly PlannedCheck[];
  readonly weights: readonly { readonly time: number; readonly share: number }[];
  /** Whether a launch in which all passes comes to its end. */
  readonly ends: boolean;
  /** Names of metrics that are not simulated. */
  readonly unread: readonly string[];
}

/** A rule: one file, one line in the registry. */
export interface RolloutRule {
  readonly id: string;
  readonly name: string;
  readonly find: (situation: RolloutSituation) => readonly RolloutFinding[];
}

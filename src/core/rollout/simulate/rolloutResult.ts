import type { RolloutChances } from '../chances/rolloutChances';
import type { ExposureBin } from './exposureBins';

/** What is reported of launches; null where no launch has it. Shares are 0 to 1. */
export interface RolloutOutcomes {
  readonly probabilityOfRollback: number | null;
  readonly probabilityOfPromotion: number | null;
  /** Of hanging in a pause nobody planned. */
  readonly probabilityOfWaiting: number | null;
  /** Of launches that were rolled back: from the fault's onset to the decision. */
  readonly medianMinutesToDetect: number | null;
  /** Of launches that were rolled back: from their start until all traffic was back. */
  readonly medianMinutesToRollback: number | null;
  /** Of launches that were rolled back: requests that the new version answered. */
  readonly medianRequestsExposed: number | null;
  /** Of launches that were promoted: until all traffic was on the new version. */
  readonly medianMinutesToFullTraffic: number | null;
  /** The rest is of all launches, until they end. */
  readonly meanRequestsExposed: number | null;
  readonly meanUsersExposed: number | null;
  readonly meanShareOfUsersExposed: number | null;
  /** Beyond those the old version would have had. */
  readonly meanBadRequests: number | null;
  /** The same of releases that were promoted, from then until they are noticed in another way. */
  readonly meanResidualBadRequests: number | null;
  readonly meanShareOfErrorBudget: number | null;
}

/** The answer of a simulation. JSON-safe. */
export interface RolloutResult {
  readonly seed: number;
  readonly launches: number;
  readonly outcomes: RolloutOutcomes;
  /** Monte Carlo standard errors, under the same names. */
  readonly standardErrors: RolloutOutcomes;
  /** How many requests the new version answered before a launch ended. */
  readonly exposures: readonly ExposureBin[];
  /** Exact chances beside it, where there are. */
  readonly closedForm: RolloutChances | null;
}

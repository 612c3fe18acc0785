import type { Release } from '../model/release';
import type { RolloutTraffic } from '../model/rolloutTraffic';
import type { Strategy } from '../strategies/strategy';

/** What a simulation of launches is a function of. */
export interface RolloutRequest {
  readonly strategy: Strategy;
  readonly traffic: RolloutTraffic;
  readonly release: Release;
  /** 1 to 1,000,000. */
  readonly launches: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
}

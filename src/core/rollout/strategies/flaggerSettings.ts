import type { Gate } from '../model/gate';
import type { RolloutTraffic } from '../model/rolloutTraffic';

/** A Flagger analysis, defaults filled in. */
export interface FlaggerSettings {
  readonly kind: 'flagger';
  readonly intervalSeconds: number;
  /** Failed checks, in all, after which the next tick rolls back. */
  readonly threshold: number;
  readonly mode: FlaggerMode;
  /** Gates in their order: a check fails with the first that does. */
  readonly metrics: readonly Gate[];
  /** Steps that wait for a webhook to say yes: a person, as a rule. */
  readonly confirms: readonly ('rollout' | 'traffic-increase' | 'promotion')[];
}

export type FlaggerMode =
  /** Weights in percent, one after the other; the check at the last promotes. `mirror` adds a mirrored step before. */
  | { readonly kind: 'canary'; readonly weights: readonly number[]; readonly mirror: boolean }
  /** All traffic that a rule matches, for so many checks. */
  | { readonly kind: 'a-b'; readonly iterations: number }
  /** No live traffic for so many checks, then all of it for one. */
  | { readonly kind: 'blue-green'; readonly iterations: number; readonly mirror: boolean };

/** Share of live traffic, and of requests seen besides it, at one step of an analysis. */
export interface FlaggerStep {
  readonly share: number;
  readonly observed: number;
}

/** The steps whose checks have to pass one after the other; the last one's promotes. */
export function flaggerSteps(mode: FlaggerMode, traffic: RolloutTraffic): readonly FlaggerStep[] {
  switch (mode.kind) {
    case 'canary': {
      const live = mode.weights.map((weight) => ({ share: weight / 100, observed: weight / 100 }));
      return mode.mirror ? [{ share: 0, observed: 1 }, ...live] : live;
    }
    case 'a-b':
      return Array.from({ length: mode.iterations }, () => ({
        share: traffic.matchedShare,
        observed: traffic.matchedShare,
      }));
    case 'blue-green': {
      const tested = traffic.testRequestsPerSecond / traffic.requestsPerSecond;
      const quiet = { share: 0, observed: mode.mirror ? 1 : tested };
      return [...Array.from({ length: mode.iterations }, () => quiet), { share: 1, observed: 1 }];
    }
  }
}

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

/** Share of live traffic at one step of an analysis, and what is seen besides: a mirrored share, requests a second of a test. */
export interface FlaggerStep {
  readonly share: number;
  readonly mirrored: number;
  readonly tested: number;
}

const live = (share: number): FlaggerStep => ({ share, mirrored: 0, tested: 0 });

/** The steps whose checks have to pass one after the other; the last one's promotes. */
export function flaggerSteps(mode: FlaggerMode, traffic: RolloutTraffic): readonly FlaggerStep[] {
  switch (mode.kind) {
    case 'canary': {
      const steps = mode.weights.map((weight) => live(weight / 100));
      return mode.mirror ? [{ share: 0, mirrored: 1, tested: 0 }, ...steps] : steps;
    }
    case 'a-b':
      return Array.from({ length: mode.iterations }, () => live(traffic.matchedShare));
    case 'blue-green': {
      const quiet = mode.mirror
        ? { share: 0, mirrored: 1, tested: 0 }
        : { share: 0, mirrored: 0, tested: traffic.testRequestsPerSecond };
      return [...Array.from({ length: mode.iterations }, () => quiet), live(1)];
    }
  }
}

import type { Verdict } from '../model/verdictTable';

/** What the film of a launch shows; times in seconds from its start. */
export type LaunchEvent =
  | { readonly kind: 'weight'; readonly time: number; readonly share: number }
  | {
      readonly kind: 'check';
      readonly time: number;
      readonly gate: string;
      readonly verdict: Verdict;
      readonly value: number | null;
      readonly count: number;
    }
  | {
      readonly kind: 'decision';
      readonly time: number;
      readonly decision: 'rolled-back' | 'promoted' | 'waiting';
    };

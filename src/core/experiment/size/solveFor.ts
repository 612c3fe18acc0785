/** What is asked of a plan: one number is computed, the others are given. */
export const questions = ['sample-size', 'power', 'effect', 'duration', 'share'] as const;

export type SolveFor = (typeof questions)[number];

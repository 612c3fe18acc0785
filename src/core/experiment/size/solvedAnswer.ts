import type { Lever } from './levers';
import type { SizeAnswer } from './sizeAnswer';
import type { SolveFor } from './solveFor';
import type { ToolMatch } from './tools/toolMatch';

/** The smallest effect of one primary metric at a given size. */
export interface DetectableEffect {
  readonly metric: string;
  readonly treatment: string;
  /** In the metric's own unit with its sign; for a margin the smallest margin, positive; null where none can be detected. */
  readonly absolute: number | null;
  /** As a share of the baseline; null too where the baseline is 0. */
  readonly relative: number | null;
}

/** A plan's answer to one question: sizes, power and effect stand for the state that is asked about. */
export interface SolvedAnswer extends SizeAnswer {
  readonly solveFor: SolveFor;
  /** The number asked for: units in all, power, effect in the metric's own unit, days, or share of traffic; null where there is none. */
  readonly solved: number | null;
  /** For `effect`: of every primary metric. */
  readonly effects: readonly DetectableEffect[];
  /** What would make the plan shorter, what helps most first. */
  readonly levers: readonly Lever[];
  /** Where the answer follows another planner's definition: its number and what it is worth. */
  readonly match: ToolMatch | null;
}

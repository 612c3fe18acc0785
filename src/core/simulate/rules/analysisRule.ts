import type { AnalysisTest } from '../../experiment/analysis/tests/registry';
import type { PlanAnalysis } from '../../experiment/sequential/planAnalysis';
import type { Comparison } from '../../experiment/size/comparison';

/** How a rule decides: by which test, at which looks and bounds. */
export interface RuleTerms {
  readonly test: AnalysisTest;
  readonly analysis: PlanAnalysis;
}

/** A way to analyse a launch, by its name on the command line. One file each; the registry names them all. */
export interface AnalysisRule {
  readonly id: string;
  /** For people: `Welch's t test, one look at the end`. */
  readonly title: string;
  /** What it does with a comparison; a sentence where it cannot be used for it. */
  readonly terms: (comparison: Comparison) => RuleTerms | string;
}

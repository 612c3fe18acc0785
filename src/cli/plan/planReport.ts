import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { Plan } from '../../core/experiment/plan/planSchema';
import { locateProblems } from '../../core/experiment/size/locateProblems';
import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import type { SolveFor } from '../../core/experiment/size/solveFor';
import { solvePlan } from '../../core/experiment/size/solvePlan';
import { matchPlan } from '../../core/experiment/size/tools/matchPlan';
import type { PlannerToolId } from '../../core/experiment/size/tools/plannerTool';
import type { Diagnostic } from '../../core/model/diagnostic';
import { locationOf } from '../places';

/** A plan file, its size, and all that is to be said about it. */
export interface PlanReport {
  /** As the user gave it, `/` between folders. */
  readonly file: string;
  /** Both null where an error stands in the way. */
  readonly plan: Plan | null;
  readonly answer: SolvedAnswer | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is asked of a plan. */
export interface PlanQuestion {
  /** Left out: the sample size. */
  readonly solveFor?: SolveFor;
  /** By whose definition; left out: the plan's own test. */
  readonly match?: PlannerToolId;
}

/** Reads a plan's text and answers the question. */
export function planReport(
  file: string,
  text: string,
  { solveFor = 'sample-size', match }: PlanQuestion = {},
): PlanReport {
  const named = { file: file.replaceAll('\\', '/') };
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) return { ...named, plan: null, answer: null, diagnostics };
  const { value: answer, diagnostics: problems } =
    match === undefined ? solvePlan(plan, solveFor) : matchPlan(plan, match, solveFor);
  return {
    ...named,
    plan: answer === null ? null : plan,
    answer,
    diagnostics: [...diagnostics, ...locateProblems(text, problems)],
  };
}

/** `shop.experiment.yaml:12:5: error: ...`, a line each. */
export function planMessages({
  file,
  diagnostics,
}: Pick<PlanReport, 'file' | 'diagnostics'>): readonly string[] {
  return diagnostics.map(
    ({ severity, message, span }) => `${locationOf(file, span)}: ${severity}: ${message}`,
  );
}

import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { Plan } from '../../core/experiment/plan/planSchema';
import { locateProblems } from '../../core/experiment/size/locateProblems';
import type { SizeAnswer } from '../../core/experiment/size/sizeAnswer';
import { sizePlan } from '../../core/experiment/size/sizePlan';
import type { Diagnostic } from '../../core/model/diagnostic';
import { locationOf, placeOf } from '../places';

/** A plan file, its size, and all that is to be said about it. */
export interface PlanReport {
  /** As the user gave it, `/` between folders. */
  readonly file: string;
  /** Both null where an error stands in the way. */
  readonly plan: Plan | null;
  readonly answer: SizeAnswer | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a plan's text and sizes it. */
export function planReport(file: string, text: string): PlanReport {
  const named = { file: file.replaceAll('\\', '/') };
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) return { ...named, plan: null, answer: null, diagnostics };
  const { value: answer, diagnostics: problems } = sizePlan(plan);
  return {
    ...named,
    plan: answer === null ? null : plan,
    answer,
    diagnostics: [...diagnostics, ...locateProblems(text, problems)],
  };
}

/** `shop.experiment.yaml:12:5: error: ...`, a line each. */
export function planMessages({ file, diagnostics }: PlanReport): readonly string[] {
  return diagnostics.map(
    ({ severity, message, span }) => `${locationOf(file, span)}: ${severity}: ${message}`,
  );
}

/** The diagnostics as every report in JSON has them: places count from 1. */
export function diagnosticsJson({ file, diagnostics }: PlanReport) {
  return diagnostics.map(({ code, severity, message, span }) => ({
    file,
    ...placeOf(span.start),
    code,
    severity,
    message,
  }));
}

import type { Diagnostic } from '../../model/diagnostic';
import { planPositions } from '../plan/planPositions';
import type { PlanDiagnostic } from './planDiagnostic';

/** Puts each problem at its value's place in the plan's text, or at the nearest thing that is there. */
export function locateProblems(
  text: string,
  problems: readonly PlanDiagnostic[],
): readonly Diagnostic[] {
  if (problems.length === 0) return [];
  const positions = planPositions(text);
  return problems.map(({ path, span, ...problem }) => ({
    ...problem,
    span: positions.valueSpan(path) ?? positions.nearestSpan(path) ?? span,
  }));
}

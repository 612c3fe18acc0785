import type { Diagnostic } from '../../model/diagnostic';
import type { JsonPath } from '../../model/json';

/**
 * Something wrong with a plan's values. `path` names the value within the plan; a plan does not know its
 * text, so `span` is its very beginning until a reader of the text puts the real place there.
 */
export interface PlanDiagnostic extends Diagnostic {
  readonly path: JsonPath;
}

/** An error at a value of the plan. */
export function problem(code: string, path: JsonPath, message: string): PlanDiagnostic {
  const start = { line: 0, column: 0 };
  return { code, severity: 'error', message, span: { start, end: start }, path };
}

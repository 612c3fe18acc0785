import type { Diagnostic } from '../../../model/diagnostic';

/** Something wrong with a file of results, with its line (from 1) and what to do. */
export function dataProblem(code: string, line: number, message: string): Diagnostic {
  const start = { line: line - 1, column: 0 };
  return { code, severity: 'error', message, span: { start, end: start } };
}

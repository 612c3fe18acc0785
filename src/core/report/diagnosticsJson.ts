import type { FileDiagnostic } from '../model/diagnostic';

/** Diagnostics as every report in JSON has them: places count from 1. */
export function diagnosticsJson(diagnostics: readonly FileDiagnostic[]) {
  return diagnostics.map(({ file, code, severity, message, span: { start } }) => ({
    file,
    line: start.line + 1,
    column: start.column + 1,
    code,
    severity,
    message,
  }));
}

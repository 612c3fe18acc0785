import type { Analysis } from '../../core/experiment/analysis/analysis';
import type { Diagnostic } from '../../core/model/diagnostic';
import { diagnosticsJson } from '../../core/report/diagnosticsJson';

/** What the report of `flaglab analyze --format json` is made of. */
export interface AnalyzeReport {
  readonly plan: string;
  readonly data: string;
  readonly analysis: Analysis | null;
  readonly diagnostics: readonly (Diagnostic & { readonly file: string })[];
}

/** Infinite ends of intervals are null: JSON has no word for them. */
function finite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/** The report of `flaglab analyze --format json`, schema 1. `analysis` is null where the data cannot be used; then `diagnostics` say why. */
export function analyzeJson(
  { plan, data, analysis, diagnostics }: AnalyzeReport,
  version: string,
): string {
  const json = {
    flaglab: version,
    schema: 1,
    plan,
    data,
    analysis,
    diagnostics: diagnosticsJson(diagnostics),
  };
  return `${JSON.stringify(json, finite, 2)}\n`;
}

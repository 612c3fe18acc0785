import { analyseResults } from '../../src/core/experiment/analysis/analyseResults';
import type { Analysis } from '../../src/core/experiment/analysis/analysis';
import type { ResultsData } from '../../src/core/experiment/analysis/data/resultsData';
import { ResultsReader } from '../../src/core/experiment/analysis/data/resultsReader';
import { keepingFor } from '../../src/core/experiment/analysis/keepingFor';
import type { AnalysisTest } from '../../src/core/experiment/analysis/tests/registry';
import type { Plan } from '../../src/core/experiment/plan/planSchema';
import type { Diagnostic } from '../../src/core/model/diagnostic';

export interface ResultsAsked {
  readonly tests?: Readonly<Record<string, AnalysisTest>>;
  readonly groupByUnit?: boolean;
  /** Bytes handed over at once. */
  readonly chunk?: number;
}

/** Reads a CSV text as results of a plan. */
export function readResults(
  plan: Plan,
  csv: string,
  { tests = {}, groupByUnit = false, chunk = 7 }: ResultsAsked = {},
): { readonly data: ResultsData | null; readonly diagnostics: readonly Diagnostic[] } {
  const reader = new ResultsReader(plan, { groupByUnit, keep: keepingFor(tests) });
  const bytes = new TextEncoder().encode(csv);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.slice(at, at + chunk));
  return reader.end();
}

/** Reads and analyses; fails where there is no analysis. */
export function analysed(plan: Plan, csv: string, asked: ResultsAsked = {}): Analysis {
  const { data, diagnostics } = readResults(plan, csv, asked);
  if (data === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { value, diagnostics: more } = analyseResults(plan, data, {
    tests: asked.tests ?? {},
    seed: 1,
  });
  if (value === null) throw new Error(more.map(({ message }) => message).join('\n'));
  return value;
}

/** Rows of `variant,<metric>` from two samples. */
export function twoSamples(
  metric: string,
  control: readonly number[],
  treatment: readonly number[],
): string {
  const rows = [
    ...control.map((value) => `control,${value}`),
    ...treatment.map((value) => `treatment,${value}`),
  ];
  return `variant,${metric}\n${rows.join('\n')}\n`;
}

import type { Diagnostic } from '../../model/diagnostic';
import { isPairedPlan } from '../size/isPairedPlan';
import type { Plan } from '../plan/planSchema';
import type { Analysis } from './analysis';
import { analysisNotes, analysisWarnings } from './analysisNotes';
import { analysisSentence } from './analysisSentence';
import { type AnalysisContext, compareArms, type Compared } from './compareArms';
import { correctForSeveral } from './correctForSeveral';
import type { MetricData } from './data/metricData';
import type { ResultsData } from './data/resultsData';
import { decide } from './decide';
import { fitnessProblem } from './fitnessProblems';
import { lookOf } from './lookOf';
import { questionsOf } from './question';
import { sampleRatio } from './sampleRatio';
import { segmentsOf } from './segmentsOf';
import type { AnalysisTest } from './tests/registry';

/** How results are to be analysed, beside the plan. */
export interface AnalysisOptions {
  /** Tests other than the plan's, by metric. */
  readonly tests: Readonly<Record<string, AnalysisTest>>;
  /** For resampling: 0 to 2^32 - 1. */
  readonly seed: number;
}

/** An analysis, or null and why there is none. */
export interface AnalysisReading {
  readonly value: Analysis | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Analyses results by the plan's own rules: the sample ratio first, each metric by its test, corrected as the plan says,
 * at the look that the data are. Never throws on data: what cannot be tested is a diagnostic.
 */
export function analyseResults(
  plan: Plan,
  data: ResultsData,
  options: AnalysisOptions,
): AnalysisReading {
  const { diagnostics, metrics } = fitMetrics(plan, data, options);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { value: null, diagnostics };
  const isPaired = isPairedPlan(plan);
  const ratio = isPaired ? null : sampleRatio(plan, data.units);
  const units = isPaired ? (data.units[0] ?? 0) : data.units.reduce((sum, count) => sum + count, 0);
  const look = lookOf(plan, units);
  const context: AnalysisContext = { plan, look, ...options };
  const compared = questionsOf(
    plan,
    metrics.map(({ metric }) => metric),
  ).map((question) =>
    compareArms(
      context,
      metrics.find(({ metric }) => metric === question.metric)!,
      question,
    ),
  );
  const comparisons = correctForSeveral(
    plan,
    compared.map(({ answer }) => answer),
  );
  const decided = decide(plan, { sampleRatio: ratio, look, comparisons });
  const found = { data, look, comparisons };
  const value: Analysis = {
    decision: decided.decision,
    keep: decided.keep,
    sentence: analysisSentence(plan, decided, { sampleRatio: ratio, look }),
    sampleRatio: ratio,
    look,
    comparisons,
    segments: segmentsOf(plan, { ...data, metrics }),
    rows: data.rows,
    firstDay: data.firstDay,
    lastDay: data.lastDay,
    notes: [...analysisNotes(plan, found), ...testNotes(compared)],
    warnings: analysisWarnings(plan, found),
  };
  return { value, diagnostics };
}

/** Metrics that can be tested; an unfit primary one is an error, another a warning. */
function fitMetrics(
  plan: Plan,
  data: ResultsData,
  { tests }: AnalysisOptions,
): { readonly diagnostics: readonly Diagnostic[]; readonly metrics: readonly MetricData[] } {
  const diagnostics: Diagnostic[] = [];
  const metrics = data.metrics.filter((metric) => {
    const problem = fitnessProblem(plan, data, { metric, tests });
    if (problem === null) return true;
    const isPrimary = metric.metric.role === 'primary';
    diagnostics.push({ ...problem, severity: isPrimary ? 'error' : 'warning' });
    return false;
  });
  return { diagnostics, metrics };
}

function testNotes(compared: readonly Compared[]): Analysis['notes'] {
  return compared.flatMap(({ notes, answer }) =>
    notes.map((message) => ({
      code: 'test',
      message: `${answer.metric} in ${answer.treatment}: ${message}`,
    })),
  );
}

import type { ReportTable } from '../../report/reportTable';
import type { Diagnostic } from '../../model/diagnostic';
import type { RolloutAssessment } from '../assess/rolloutAssessment';
import type { StrategyComparison } from '../compare/compareStrategies';
import { comparisonTable, curveTable, outcomeTable, rolloutFacts } from './rolloutTables';
import { rolloutSentence } from './rolloutSentence';

/** What is said of one rollout of a file. */
export interface RolloutReport {
  readonly name: string;
  /** As users know the format. */
  readonly format: string;
  readonly requestsPerSecond: number;
  readonly assessment: RolloutAssessment;
  readonly comparison: StrategyComparison | null;
  readonly assumptions: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** A report before it is written in any format. */
export interface RolloutSection {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly warnings: readonly string[];
  readonly assumptions: readonly string[];
}

/** The parts of a report in their order. */
export function rolloutSection(report: RolloutReport): RolloutSection {
  const { assessment, comparison } = report;
  const fixes =
    comparison === null || comparison.fixes.length === 0
      ? []
      : [`What would fix it: ${comparison.fixes.slice(0, 3).join('; or ')}.`];
  return {
    title: `${report.name} (${report.format})`,
    sentence: rolloutSentence(assessment, assessment.bad),
    facts: [...rolloutFacts(assessment), ...fixes],
    tables: [
      outcomeTable(assessment),
      curveTable(assessment),
      ...(comparison === null ? [] : [comparisonTable(comparison)]),
    ],
    warnings: report.findings.map(({ message }) => message),
    assumptions: [`${report.requestsPerSecond} requests a second`, ...report.assumptions],
  };
}

import type { SimulationRefusal } from '../../simulate/simulationRefusal';
import type { SimulationResult } from '../../simulate/simulationResult';
import type { Diagnostic } from '../../model/diagnostic';
import { diagnosticsJson } from '../diagnosticsJson';
import type { ReportContext } from './reportContext';

/** What a run was asked for, and what came of it. */
export interface SimulationReport {
  readonly seed: number;
  readonly runs: number;
  /** Null where there is none: the plan is broken, the request was refused, or it was interrupted at once. */
  readonly result: SimulationResult | null;
  readonly refused: SimulationRefusal | null;
  /** What is to be said about the plan's text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The report of a simulation as JSON, schema 1: `result.replications.done` tells a whole run from an interrupted one. Places count
 * from 1.
 */
export function simulationJson(
  { seed, runs, result, refused, diagnostics }: SimulationReport,
  { planFile, version }: ReportContext,
): string {
  const json = {
    flaglab: version,
    schema: 1,
    plan: planFile,
    seed,
    runs,
    result,
    refused,
    diagnostics: diagnosticsJson(diagnostics.map((each) => ({ file: planFile, ...each }))),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

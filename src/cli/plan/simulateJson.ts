import type { SimulationRefusal } from '../../core/simulate/simulationRefusal';
import type { SimulationResult } from '../../core/simulate/simulationResult';
import { diagnosticsJson, type PlanReport } from './planReport';

/** What a run was asked for, and what came of it. */
export interface SimulationReport {
  readonly seed: number;
  readonly runs: number;
  /** Null where there is none: the plan is broken, the request was refused, or it was interrupted at once. */
  readonly result: SimulationResult | null;
  readonly refused: SimulationRefusal | null;
}

/** The report of `flaglab simulate --format json`, schema 1: `result.replications.done` tells a whole run from an interrupted one. */
export function simulateJson(
  plan: PlanReport,
  { seed, runs, result, refused }: SimulationReport,
  version: string,
): string {
  const json = {
    flaglab: version,
    schema: 1,
    plan: plan.file,
    seed,
    runs,
    result,
    refused,
    diagnostics: diagnosticsJson(plan),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

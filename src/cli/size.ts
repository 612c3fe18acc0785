import type { CommandResult, OutputFormat } from './commandResult';
import { planMessages, planReport } from './plan/planReport';
import { sizeJson } from './plan/sizeJson';
import { sizeText } from './plan/sizeText';

export interface SizeRequest {
  /** As the user gave it. */
  readonly planFile: string;
  readonly planText: string;
  readonly format: OutputFormat;
  readonly version: string;
}

/** `flaglab size`: how many subjects a plan needs. Exit code 2 where it cannot be said; JSON is whole even then. */
export function runSize({ planFile, planText, format, version }: SizeRequest): CommandResult {
  const report = planReport(planFile, planText);
  const { plan, answer } = report;
  const text = plan === null || answer === null ? '' : sizeText(plan, answer);
  return {
    exitCode: answer === null ? 2 : 0,
    output: format === 'json' ? sizeJson(report, version) : text,
    messages: planMessages(report),
  };
}

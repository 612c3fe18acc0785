import type { CommandResult, SizeFormat } from './commandResult';
import { planMessages, type PlanQuestion, type PlanReport, planReport } from './plan/planReport';
import { sizeJson } from './plan/sizeJson';
import { sizeMarkdown } from './plan/sizeMarkdown';
import { sizeText } from './plan/sizeText';

export interface SizeRequest extends PlanQuestion {
  /** As the user gave it. */
  readonly planFile: string;
  readonly planText: string;
  readonly format: SizeFormat;
  readonly version: string;
}

/** `flaglab size`: what a plan needs, or what it is good for. Exit code 2 where it cannot be said; JSON is whole even then. */
export function runSize(request: SizeRequest): CommandResult {
  const report = planReport(request.planFile, request.planText, request);
  return {
    exitCode: report.answer === null ? 2 : 0,
    output: outputOf(report, request),
    messages: planMessages(report),
  };
}

function outputOf(report: PlanReport, { format, version }: SizeRequest): string {
  const { plan, answer } = report;
  if (format === 'json') return sizeJson(report, version);
  if (plan === null || answer === null) return '';
  return format === 'markdown' ? sizeMarkdown(plan, answer) : sizeText(plan, answer);
}

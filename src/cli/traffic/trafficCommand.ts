import { editPlan } from '../../core/experiment/plan/editPlan';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { countOf } from '../../core/report/countOf';
import { formatCount } from '../../core/report/formatNumber';
import { applyTextEdits } from '../../core/syntax/applyTextEdits';
import { fitTraffic, type TrafficFit } from '../../core/traffic/fit/fitTraffic';
import { readDailyCounts } from '../../core/traffic/fit/readDailyCounts';
import { trafficEdits } from '../../core/traffic/fit/trafficEdits';
import { trafficNotes } from '../../core/traffic/fit/trafficNotes';
import type { CommandResult, OutputFormat } from '../commandResult';
import { planMessages } from '../plan/planReport';

export interface TrafficRequest {
  /** As the user gave it. */
  readonly countsFile: string;
  readonly counts: Uint8Array;
  /** The plan to write into; null for none. */
  readonly plan: { readonly file: string; readonly text: string } | null;
  readonly format: OutputFormat;
  readonly version: string;
}

/** What `flaglab traffic` says, and the plan with the traffic in it, where that was asked for and can be done. */
export interface TrafficOutcome extends CommandResult {
  readonly changedPlan: string | null;
}

function refused(messages: readonly string[]): TrafficOutcome {
  return { exitCode: 2, output: '', messages, changedPlan: null };
}

function textOf(fit: TrafficFit): string {
  const { newUnitsPerDay, weekday, days, firstDay, lastDay } = fit;
  const pattern = weekday === null ? [] : [`  weekday: [${weekday.join(', ')}]`];
  return [
    `${formatCount(newUnitsPerDay)} new units on an average day, counted on ${countOf(days, 'day')} from ${firstDay} to ${lastDay}.`,
    '',
    'traffic:',
    `  newUnitsPerDay: ${newUnitsPerDay}`,
    ...pattern,
    '',
    ...trafficNotes(fit).map((note) => `- ${note}`),
    '',
  ].join('\n');
}

function jsonOf(fit: TrafficFit, version: string): string {
  const report = { flaglab: version, schema: 1, fit, notes: trafficNotes(fit) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function writtenInto(
  { file, text }: { readonly file: string; readonly text: string },
  fit: TrafficFit,
): { readonly changed: string | null; readonly messages: readonly string[] } {
  const { plan, diagnostics } = parsePlan(text);
  const edits = plan === null ? null : editPlan(text, trafficEdits(fit));
  if (edits !== null && edits.value !== null) {
    return { changed: applyTextEdits(text, edits.value), messages: [] };
  }
  const all = [...diagnostics, ...(edits?.diagnostics ?? [])];
  return { changed: null, messages: planMessages({ file, diagnostics: all }) };
}

/** `flaglab traffic`: level and weekday pattern of past days, for a plan's traffic. Exit code 2 where the counts or the plan cannot be read. */
export function runTraffic(request: TrafficRequest): TrafficOutcome {
  const { value: counts, diagnostics } = readDailyCounts(request.counts);
  const file = request.countsFile.replaceAll('\\', '/');
  const fit = counts === null ? null : fitTraffic(counts);
  if (fit === null) {
    return refused(planMessages({ file, diagnostics }));
  }
  const written = request.plan === null ? null : writtenInto(request.plan, fit);
  if (written?.changed === null) return refused(written.messages);
  return {
    exitCode: 0,
    output: request.format === 'json' ? jsonOf(fit, request.version) : textOf(fit),
    messages: [],
    changedPlan: written?.changed ?? null,
  };
}

import type { Analysis } from '../../core/experiment/analysis/analysis';
import { analyseResults } from '../../core/experiment/analysis/analyseResults';
import { ResultsReader } from '../../core/experiment/analysis/data/resultsReader';
import { keepingFor } from '../../core/experiment/analysis/keepingFor';
import { resultEdit } from '../../core/experiment/analysis/resultEdit';
import type { AnalysisTest } from '../../core/experiment/analysis/tests/registry';
import { editPlan } from '../../core/experiment/plan/editPlan';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { Plan } from '../../core/experiment/plan/planSchema';
import type { CancellationSignal } from '../../core/model/cancellationSignal';
import type { Diagnostic } from '../../core/model/diagnostic';
import { analysisHtml } from '../../core/report/analysis/analysisHtml';
import { analysisMarkdown } from '../../core/report/analysis/analysisMarkdown';
import { applyTextEdits } from '../../core/syntax/applyTextEdits';
import type { AnalyzeFormat, CommandResult } from '../commandResult';
import { locationOf } from '../places';
import { analyzeJson } from './analyzeJson';
import { analyzeText } from './analyzeText';

export interface AnalyzeRequest {
  /** As the user gave them. */
  readonly planFile: string;
  readonly planText: string;
  readonly dataFile: string;
  /** The bytes of the data, in chunks of any size; a chunk is not kept. */
  readonly data: AsyncIterable<Uint8Array>;
  readonly format: AnalyzeFormat;
  readonly groupByUnit: boolean;
  readonly tests: Readonly<Record<string, AnalysisTest>>;
  readonly seed: number;
  /** The day of the decision, YYYY-MM-DD, where the result is to be written into the plan. */
  readonly writeResultOn: string | null;
  readonly version: string;
  /** Aborted by Ctrl-C: nothing is reported then, with exit code 130. */
  readonly signal: CancellationSignal;
  readonly onProgress: (rows: number) => void;
}

/** What `flaglab analyze` says, and the plan with the result in it, where that was asked for and there is one. */
export interface AnalyzeOutcome extends CommandResult {
  readonly changedPlan: string | null;
}

interface Said {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `flaglab analyze`: what the data say about a plan. Exit code 2 where they cannot be used, 130 where it was interrupted. */
export async function runAnalyze(request: AnalyzeRequest): Promise<AnalyzeOutcome> {
  const named = (file: string): string => file.replaceAll('\\', '/');
  const { plan, diagnostics } = parsePlan(request.planText);
  const aboutPlan = { file: named(request.planFile), diagnostics };
  if (plan === null) return outcome(request, { plan, said: [aboutPlan], analysis: null });
  const read = await readData(request, plan);
  if (read === null) {
    return {
      exitCode: 130,
      output: '',
      messages: ['Interrupted: nothing is said about data that were not read to their end.'],
      changedPlan: null,
    };
  }
  const aboutData = { file: named(request.dataFile), diagnostics: read.diagnostics };
  return outcome(request, { plan, said: [aboutPlan, aboutData], analysis: read.analysis });
}

async function readData(
  { data, tests, seed, groupByUnit, signal, onProgress }: AnalyzeRequest,
  plan: Plan,
): Promise<{
  readonly analysis: Analysis | null;
  readonly diagnostics: readonly Diagnostic[];
} | null> {
  const reader = new ResultsReader(plan, { groupByUnit, keep: keepingFor(tests) });
  for await (const chunk of data) {
    if (signal.aborted) return null;
    reader.push(chunk);
    onProgress(reader.rows);
    if (!reader.isOpen) break;
  }
  if (signal.aborted) return null;
  const { data: results, diagnostics } = reader.end();
  if (results === null) return { analysis: null, diagnostics };
  const analysed = analyseResults(plan, results, { tests, seed });
  return { analysis: analysed.value, diagnostics: [...diagnostics, ...analysed.diagnostics] };
}

function outcome(
  request: AnalyzeRequest,
  found: {
    readonly plan: Plan | null;
    readonly said: readonly Said[];
    readonly analysis: Analysis | null;
  },
): AnalyzeOutcome {
  const { plan, said, analysis } = found;
  const written =
    plan === null || analysis === null ? unchanged : writeResult(request, plan, analysis);
  const messages = said.flatMap(({ file, diagnostics }) =>
    diagnostics.map(
      ({ severity, message, span }) => `${locationOf(file, span)}: ${severity}: ${message}`,
    ),
  );
  return {
    exitCode: analysis === null || written.refused !== null ? 2 : 0,
    output: outputOf(request, found),
    messages: [...messages, ...(written.refused === null ? [] : [written.refused])],
    changedPlan: written.text,
  };
}

const unchanged = { text: null, refused: null };

function writeResult(
  { planText, writeResultOn }: AnalyzeRequest,
  plan: Plan,
  analysis: Analysis,
): { readonly text: string | null; readonly refused: string | null } {
  if (writeResultOn === null) return unchanged;
  const made = resultEdit(plan, analysis, writeResultOn);
  if ('refused' in made) return { text: null, refused: made.refused };
  const { value, diagnostics } = editPlan(planText, [made.edit]);
  if (value !== null) return { text: applyTextEdits(planText, value), refused: null };
  const why = diagnostics[0]?.message ?? 'the plan cannot be changed at this place';
  return { text: null, refused: `No result was written: ${why}` };
}

function outputOf(
  { format, version, planFile, dataFile }: AnalyzeRequest,
  {
    plan,
    said,
    analysis,
  }: {
    readonly plan: Plan | null;
    readonly said: readonly Said[];
    readonly analysis: Analysis | null;
  },
): string {
  if (format === 'json') {
    const diagnostics = said.flatMap(({ file, diagnostics }) =>
      diagnostics.map((each) => ({ ...each, file })),
    );
    const named = (file: string): string => file.replaceAll('\\', '/');
    return analyzeJson(
      { plan: named(planFile), data: named(dataFile), analysis, diagnostics },
      version,
    );
  }
  if (plan === null || analysis === null) return '';
  switch (format) {
    case 'text':
      return analyzeText(plan, analysis);
    case 'markdown':
      return analysisMarkdown(plan, analysis);
    case 'html':
      return analysisHtml(plan, analysis);
  }
}

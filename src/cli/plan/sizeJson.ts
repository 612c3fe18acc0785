import type { SolvedAnswer } from '../../core/experiment/size/solvedAnswer';
import { diagnosticsJson } from '../../core/report/diagnosticsJson';
import type { PlanReport } from './planReport';

function answerJson(answer: SolvedAnswer) {
  const {
    perVariant,
    definition: _definition,
    assumptions: _a,
    warnings: _w,
    match,
    ...rest
  } = answer;
  return {
    variants: perVariant.map(({ variant }) => variant),
    perVariant: perVariant.map(({ sampleSize }) => sampleSize),
    exact: perVariant.map(({ exact }) => exact),
    ...(match !== null && {
      match: match.tool,
      shownByTool: match.shownByTool,
      truePower: match.truePower,
      ownTotal: match.ownTotal,
      matchNotes: match.notes,
    }),
    ...rest,
  };
}

/**
 * The report of `flaglab size --format json`, schema 1. `answer.perVariant` (next whole numbers) and
 * `answer.exact` (unrounded) stand in the order of `answer.variants`. `answer` and `definition` are null
 * where the plan has no size; then `diagnostics` say why. With `--match` the sizes are the tool's, and `shownByTool`,
 * `truePower` (of the plan's own test at that size) and `matchNotes` stand beside them.
 */
export function sizeJson(report: PlanReport, version: string): string {
  const { file, answer, diagnostics } = report;
  const json = {
    flaglab: version,
    schema: 1,
    plan: file,
    answer: answer === null ? null : answerJson(answer),
    definition: answer?.definition ?? null,
    assumptions: answer?.assumptions ?? [],
    warnings: answer?.warnings ?? [],
    diagnostics: diagnosticsJson(diagnostics.map((each) => ({ file, ...each }))),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

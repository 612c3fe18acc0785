import type { Plan } from '../../experiment/plan/planSchema';
import type { Diagnostic } from '../../model/diagnostic';
import type { SimulationResult } from '../../simulate/simulationResult';
import type { ReportContext } from './reportContext';
import type { ReportFormat } from './reportFormats';
import { reportPictures, type ReportPicture } from './reportPictures';
import { simulationCsv } from './simulationCsv';
import { simulationHtml } from './simulationHtml';
import { simulationJson } from './simulationJson';
import { simulationMarkdown } from './simulationMarkdown';

/** A report, and the files of the folder `<report>.assets` beside it. */
export interface WrittenReport {
  readonly text: string;
  readonly pictures: readonly ReportPicture[];
}

interface ReportOptions extends ReportContext {
  readonly format: ReportFormat;
  /** Name of the file it is written to: its pictures go beside it; null: nowhere, it has none. */
  readonly fileName: string | null;
  /** What is to be said about the plan's text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the report of a simulated plan: the same from the panel and from the command line. */
export function simulationReport(
  plan: Plan,
  result: SimulationResult,
  { format, fileName, diagnostics, ...context }: ReportOptions,
): WrittenReport {
  switch (format) {
    case 'csv':
      return { text: simulationCsv(result), pictures: [] };
    case 'html':
      return { text: simulationHtml(plan, result, context), pictures: [] };
    case 'json': {
      const { seed, replications } = result;
      const report = { seed, runs: replications.planned, result, refused: null, diagnostics };
      return { text: simulationJson(report, context), pictures: [] };
    }
    case 'markdown': {
      const pictures = fileName === null ? [] : reportPictures(plan, result);
      const beside = fileName === null ? null : { folder: `${fileName}.assets`, pictures };
      return { text: simulationMarkdown(plan, result, { ...context, pictures: beside }), pictures };
    }
  }
}

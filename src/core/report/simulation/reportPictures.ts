import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { chartSvg } from '../chart/chartSvg';
import { simulationCharts } from './charts/simulationCharts';

/** A picture as a file beside a report. */
export interface ReportPicture {
  /** `estimate.svg`: within the report's own folder. */
  readonly fileName: string;
  readonly title: string;
  /** What is to be seen, in a sentence. */
  readonly summary: string;
  readonly svg: string;
}

/** The pictures of a simulation as files: the same descriptions that the panel draws. */
export function reportPictures(plan: Plan, result: SimulationResult): readonly ReportPicture[] {
  return simulationCharts(plan, result).map((chart) => ({
    fileName: `${chart.id}.svg`,
    title: chart.title,
    summary: chart.summary,
    svg: chartSvg(chart),
  }));
}

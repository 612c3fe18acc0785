import type { Plan } from '../../../experiment/plan/planSchema';
import type { SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription } from '../../chart/chartDescription';
import { estimateChart } from './estimateChart';
import { estimateHistogram } from './estimateHistogram';
import { peekingChart } from './peekingChart';

/** The pictures of a simulation, in the order they are read: the panel's and those of reports. */
export function simulationCharts(
  plan: Plan,
  result: SimulationResult,
): readonly ChartDescription[] {
  return [
    estimateChart(result, plan),
    estimateHistogram(result, plan),
    peekingChart(result),
  ].filter((chart) => chart !== null);
}

import type { Plan } from '../../../experiment/plan/planSchema';
import type { SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription } from '../../chart/chartDescription';
import { decisionChart } from './decisionChart';
import { estimateChart } from './estimateChart';
import { estimateHistogram } from './estimateHistogram';
import { filmChart } from './filmChart';
import { peekingChart } from './peekingChart';
import { trafficChart } from './trafficChart';

/** The pictures of a simulation, in the order they are read: the panel's and those of reports. */
export function simulationCharts(
  plan: Plan,
  result: SimulationResult,
): readonly ChartDescription[] {
  return [
    filmChart(result, plan),
    estimateHistogram(result, plan),
    peekingChart(result),
    estimateChart(result, plan),
    decisionChart(result),
    trafficChart(result, plan),
  ].filter((chart) => chart !== null);
}

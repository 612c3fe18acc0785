import type { Plan } from '../../experiment/plan/planSchema';
import type { SimulationResult } from '../../simulate/simulationResult';
import { escapeHtml } from '../html/escapeHtml';
import { htmlList } from '../html/htmlList';
import { htmlPage } from '../html/htmlPage';
import { htmlTable } from '../html/htmlTable';
import { reportStyle } from '../html/reportStyle';
import { simulationSentences } from './simulationSentences';
import { simulationTables } from './simulationTables';

/** A simulation as one file: no script, nothing loaded. */
export function simulationHtml(plan: Plan, result: SimulationResult): string {
  const [answer = '', ...sentences] = simulationSentences(plan, result);
  return htmlPage({
    title: `Simulated launches of ${plan.flag}`,
    style: reportStyle,
    parts: [
      `<p class="answer">${escapeHtml(answer)}</p>`,
      htmlList(sentences),
      ...simulationTables(plan, result).map((table) => htmlTable(table)),
    ],
  });
}

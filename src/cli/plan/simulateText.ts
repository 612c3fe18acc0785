import type { Plan } from '../../core/experiment/plan/planSchema';
import { simulationSentences } from '../../core/report/simulation/simulationSentences';
import { simulationTables } from '../../core/report/simulation/simulationTables';
import type { SimulationResult } from '../../core/simulate/simulationResult';
import { textTable } from './textTable';

/** The report of `flaglab simulate` for people: the simulated power beside the formula's, then all else as tables. */
export function simulateText(plan: Plan, result: SimulationResult): string {
  const lines = [
    ...simulationSentences(plan, result),
    ...simulationTables(plan, result).flatMap(({ title, columns, rows }) => [
      '',
      title,
      ...textTable(
        columns.map((column, i) => ({ title: column, align: i === 0 ? 'left' : 'right' })),
        rows,
      ),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

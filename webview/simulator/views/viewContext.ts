import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import type { PlanQuestion } from '../analysis';
import type { CopyFormat } from '../charts/copyChart';
import type { CompareActions } from '../compareActions';
import type { FieldActions } from '../fieldActions';
import type { FilmActions } from '../filmActions';
import type { Host } from '../host';
import type { ReportActions } from '../reportActions';
import type { SimulationActions } from '../simulationActions';
import type { PanelState } from '../state';

/** What views draw from, and what they call. */
export interface ViewContext {
  readonly state: PanelState;
  readonly fields: FieldActions;
  readonly simulation: SimulationActions;
  readonly film: FilmActions;
  readonly reports: ReportActions;
  readonly compare: CompareActions;
  readonly post: Host['post'];
  /** Changes what is asked of the plan. */
  readonly ask: (question: Partial<PlanQuestion>) => void;
  /** Puts a chart into the clipboard. */
  readonly copy: (chart: ChartDescription, format: CopyFormat) => void;
  /** Remembers which parts are folded out. */
  readonly toggle: (id: string, open: boolean) => void;
  /** Screen reader or reduced motion: pictures do not move while a simulation runs. */
  readonly still: boolean;
}

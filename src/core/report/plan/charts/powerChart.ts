import { countOf } from '../../countOf';
import { formatCount } from '../../formatNumber';
import { powerAt } from '../../../experiment/size/powerAt';
import type { PowerPoint } from '../../../experiment/size/powerCurve';
import type { Plan } from '../../../experiment/plan/planSchema';
import type { PowerAtUnits } from '../../../simulate/simulationResult';
import type { SizeAnswer } from '../../../experiment/size/sizeAnswer';
import { percentInWords, probability } from '../../numberWords';
import type { ChartDescription, ChartLayer, ChartTable } from '../../chart/chartDescription';

const texts = {
  title: 'Power against sample size',
  x: 'Units in all variants',
  y: 'Power',
  goal: (power: string) => `planned: ${power}`,
  simulated: 'simulated, 95 % band',
  byFormula: 'By the formula',
  bySimulation: 'Simulated',
  low: 'Band from',
  high: 'to',
  given: (total: string) => `fixed: ${total}`,
  summary: (goal: string, needed: string, halfPower: string) =>
    `Power reaches ${goal} at ${needed}; with half of them it is ${halfPower}.`,
};

function marks({ total, power, given }: SizeAnswer): readonly ChartLayer[] {
  const needed: ChartLayer = {
    kind: 'mark',
    at: { x: total, y: power },
    label: formatCount(total),
    side: 'right',
  };
  if (given === null) return [needed];
  const fixed: ChartLayer = {
    kind: 'mark',
    at: { x: given.total, y: given.power },
    label: texts.given(formatCount(given.total)),
    side: 'right',
  };
  return [needed, fixed];
}

export interface PowerCurves {
  /** By the formula. */
  readonly curve: readonly PowerPoint[];
  /** By simulation, where there is one; a few sizes. */
  readonly simulated?: readonly PowerAtUnits[];
}

/** The simulated power with its 95 % band. */
function simulatedLayers(simulated: readonly PowerAtUnits[]): readonly ChartLayer[] {
  if (simulated.length === 0) return [];
  return [
    {
      kind: 'band',
      label: texts.simulated,
      points: simulated.map(({ units, power: { interval } }) => ({ x: units, ...interval })),
    },
  ];
}

function tableOf({ curve, simulated = [] }: PowerCurves): ChartTable {
  if (simulated.length === 0) {
    return {
      columns: [texts.x, texts.y],
      rows: curve.map(({ total, power }) => [formatCount(total), probability(power, 1)]),
    };
  }
  return {
    columns: [texts.x, texts.byFormula, texts.bySimulation, texts.low, texts.high],
    rows: simulated.map(({ units, formula, power: { estimate, interval } }) => [
      formatCount(units),
      probability(formula, 1),
      probability(estimate, 1),
      probability(interval.low, 1),
      probability(interval.high, 1),
    ]),
  };
}

/** Power against sample size: the target, the point that is planned, and the band that a simulation leaves. */
export function powerChart(
  plan: Plan,
  size: SizeAnswer,
  { curve, simulated = [] }: PowerCurves,
): ChartDescription {
  const goal = percentInWords(plan.design.power);
  const needed = countOf(size.total, plan.unit);
  return {
    id: 'power',
    title: texts.title,
    summary: texts.summary(goal, needed, probability(powerAt(plan, size.total / 2), 0)),
    x: { label: texts.x, show: formatCount },
    y: { label: texts.y, show: (power) => probability(power, 0) },
    yIncludes: [0, 1],
    layers: [
      { kind: 'target', y: plan.design.power, label: texts.goal(goal), end: 'left', side: 'above' },
      ...simulatedLayers(simulated),
      { kind: 'line', points: curve.map(({ total, power }) => ({ x: total, y: power })) },
      ...marks(size),
    ],
    table: tableOf({ curve, simulated }),
  };
}

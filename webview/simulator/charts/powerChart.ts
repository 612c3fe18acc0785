import { countOf } from '../../../src/core/report/countOf';
import { formatCount } from '../../../src/core/report/formatNumber';
import { powerAt } from '../../../src/core/experiment/size/powerAt';
import type { PowerPoint } from '../../../src/core/experiment/size/powerCurve';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SizeAnswer } from '../../../src/core/experiment/size/sizeAnswer';
import { percentInWords, probability } from '../fields/numberWords';
import type { ChartDescription, ChartLayer } from './chartDescription';
import { powerChartTexts as texts } from './texts';

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

/** Power against sample size: the target, and the point that is planned. */
export function powerChart(
  plan: Plan,
  size: SizeAnswer,
  curve: readonly PowerPoint[],
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
      { kind: 'line', points: curve.map(({ total, power }) => ({ x: total, y: power })) },
      ...marks(size),
    ],
    table: {
      columns: [texts.x, texts.y],
      rows: curve.map(({ total, power }) => [formatCount(total), probability(power, 1)]),
    },
  };
}

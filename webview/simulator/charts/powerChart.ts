import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SizeAnswer } from '../../../src/core/experiment/size/sizeAnswer';
import { count, percentInWords, roundedPercent } from '../fields/numberWords';
import type { ChartDescription } from './chartDescription';
import { powerChartTexts as texts } from './texts';

export interface PowerPoint {
  readonly total: number;
  readonly power: number;
}

/** Power against sample size: the target, and the point that is planned. */
export function powerChart(
  plan: Plan,
  size: SizeAnswer,
  curve: readonly PowerPoint[],
): ChartDescription {
  const goal = plan.design.power;
  const half = curve.findLast(({ total }) => total <= size.total / 2);
  return {
    id: 'power',
    title: texts.title,
    summary: texts.summary({
      goal: percentInWords(goal),
      total: count(size.total),
      half:
        half === undefined
          ? null
          : { total: count(half.total), power: roundedPercent(half.power, 0) },
    }),
    x: { label: texts.x, show: count },
    y: { label: texts.y, show: (power) => roundedPercent(power, 0) },
    yIncludes: [0, 1],
    layers: [
      { kind: 'target', y: goal, label: texts.goal(percentInWords(goal)), end: 'left' },
      { kind: 'line', points: curve.map(({ total, power }) => ({ x: total, y: power })) },
      {
        kind: 'mark',
        at: { x: size.total, y: size.power },
        label: count(size.total),
        side: 'right',
      },
    ],
    table: {
      columns: [texts.x, texts.y],
      rows: curve.map(({ total, power }) => [count(total), roundedPercent(power, 1)]),
    },
  };
}

import type { SizeAnswer } from '../../../src/core/experiment/size/sizeAnswer';
import { count, percentInWords, tidy } from '../fields/numberWords';
import type { ChartDescription } from './chartDescription';
import { effectChartTexts as texts } from './texts';

export interface EffectPoint {
  readonly day: number;
  readonly absoluteEffect: number;
}

/** Smallest effect that can be detected, against days: the planned effect, and the first day it is within reach. */
export function effectChart(size: SizeAnswer, curve: readonly EffectPoint[]): ChartDescription {
  const points = (share: number) => tidy(Number((share * 100).toPrecision(4)));
  const first = curve.find(({ absoluteEffect }) => absoluteEffect <= size.absoluteEffect);
  const effect = texts.effect(points(size.absoluteEffect), percentInWords(size.relativeEffect));
  const late = first !== undefined && first.day > curve.length / 2;
  return {
    id: 'effect',
    title: texts.title,
    summary:
      first === undefined
        ? texts.never({ effect, days: count(curve.length) })
        : texts.summary({ effect, day: count(first.day) }),
    x: { label: texts.x, show: count, whole: true },
    y: { label: texts.y, show: points },
    yIncludes: [0],
    layers: [
      {
        kind: 'target',
        y: size.absoluteEffect,
        label: texts.goal(points(size.absoluteEffect)),
        end: late ? 'left' : 'right',
      },
      {
        kind: 'line',
        points: curve.map(({ day, absoluteEffect }) => ({ x: day, y: absoluteEffect })),
      },
      ...(first === undefined
        ? []
        : [
            {
              kind: 'mark' as const,
              at: { x: first.day, y: first.absoluteEffect },
              label: texts.day(count(first.day)),
              side: late ? ('left' as const) : ('right' as const),
            },
          ]),
    ],
    table: {
      columns: [texts.x, texts.y, texts.enough],
      rows: curve.map(({ day, absoluteEffect }) => [
        count(day),
        points(absoluteEffect),
        absoluteEffect <= size.absoluteEffect ? texts.yes : texts.no,
      ]),
    },
  };
}

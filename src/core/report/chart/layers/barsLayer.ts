import type { ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import { type ChartPen, pixel } from '../chartPen';
import { svgNode, type SvgNode } from '../svgNode';

/** Parts of a bar are told apart by how dark they are: the first is full. */
const opacities = [1, 0.3, 0.65, 0.12, 0.8] as const;

/** How a part of a bar is filled. */
export function barLook(series: number, pen: ChartPen): Readonly<Record<string, string | number>> {
  return {
    'fill-opacity': opacities[series % opacities.length] as number,
    'stroke-width': 1,
    ...pen.inked({ fill: 'series', stroke: 'series' }),
  };
}

/** Columns, their parts on top of one another. */
export function barsLayer(
  { bars }: Extract<ChartLayer, { kind: 'bars' }>,
  { x, y }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  return bars.flatMap(({ from, to, values }) => {
    // A pixel between columns, while they are wide enough to spare it.
    const room = x.at(to) - x.at(from);
    const gap = room > 4 ? 1 : 0;
    let base = 0;
    return values.flatMap((value, series) => {
      const [bottom, top] = [y.at(base), y.at(base + value)];
      base += value;
      if (value <= 0) return [];
      return [
        svgNode('rect', {
          x: pixel(x.at(from) + gap),
          y: pixel(top),
          width: pixel(Math.max(0.5, room - 2 * gap)),
          height: pixel(Math.max(0, bottom - top)),
          ...barLook(series, pen),
        }),
      ];
    });
  });
}

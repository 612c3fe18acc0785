import type { ChartLayer, ChartPoint } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import { type ChartPen, pixel } from '../chartPen';
import { svgNode, type SvgNode } from '../svgNode';
import { endWords } from './endWords';

const dashes = { dashed: '7 4', dotted: '1.5 4', dots: null } as const;

function pathOf(points: readonly ChartPoint[], { x, y }: ChartFrame): string {
  return points
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${pixel(x.at(point.x))} ${pixel(y.at(point.y))}`)
    .join('');
}

/** A line: `clipped` is cut at the frame, `free` (dots, words) stands within it anyway. */
export function lineLayer(
  { points, style, label }: Extract<ChartLayer, { kind: 'line' }>,
  frame: ChartFrame,
  { pen, hasWords }: { readonly pen: ChartPen; readonly hasWords: boolean },
): { readonly clipped: readonly SvgNode[]; readonly free: readonly SvgNode[] } {
  const within = pointsWithin(points, frame);
  const dash = style === undefined ? null : dashes[style];
  const ink = style === 'dotted' || style === 'dashed' ? 'text' : 'series';
  const path = svgNode('path', {
    d: pathOf(points, frame),
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    ...(dash !== null && { 'stroke-dasharray': dash }),
    ...pen.inked({ stroke: ink }),
  });
  const hasDots = style === 'dots' || (style !== undefined && points.length === 1);
  return {
    clipped: points.length > 1 ? [path] : [],
    free: [
      ...(hasDots
        ? within.map((point) => pen.dot([frame.x.at(point.x), frame.y.at(point.y)], 4, ink))
        : []),
      ...(hasWords ? endWords(within, label, frame, pen) : []),
    ],
  };
}

/** Points that the frame does not cut off. */
function pointsWithin<Point extends ChartPoint>(
  points: readonly Point[],
  { y }: ChartFrame,
): readonly Point[] {
  return points.filter((point) => point.y <= y.high && point.y >= y.low);
}

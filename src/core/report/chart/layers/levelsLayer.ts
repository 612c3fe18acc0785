import type { ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import { type ChartPen, pixel } from '../chartPen';
import { svgNode, type SvgNode } from '../svgNode';

/** Half a stroke's length where places stand far apart. */
const longest = 9;

/** Levels at single places: short strokes, joined by dots. */
export function levelsLayer(
  { points }: Extract<ChartLayer, { kind: 'levels' }>,
  { x, y }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const places = points.map((point) => [x.at(point.x), y.at(point.y)] as const);
  const apart = places.slice(1).map(([at], i) => at - (places[i] as readonly [number, number])[0]);
  const half = Math.max(1.5, Math.min(longest, 0.4 * Math.min(...apart, 2.5 * longest)));
  const joined = svgNode('path', {
    d: places
      .map(([at, level], i) => `${i === 0 ? 'M' : 'L'}${pixel(at)} ${pixel(level)}`)
      .join(''),
    'stroke-width': 1,
    'stroke-dasharray': '1.5 3',
    ...pen.inked({ stroke: 'text' }),
  });
  return [
    ...(places.length > 1 ? [joined] : []),
    ...places.map(([at, level]) =>
      pen.stroke([at - half, level], [at + half, level], { ink: 'text', width: 2.5 }),
    ),
  ];
}

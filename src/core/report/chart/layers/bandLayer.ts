import type { ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import { type ChartPen, pixel } from '../chartPen';
import { svgNode, type SvgNode } from '../svgNode';

/** A band: an area between two thin lines. */
export function bandLayer(
  { points }: Extract<ChartLayer, { kind: 'band' }>,
  { x, y }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const places = (end: 'low' | 'high') =>
    points.map((point) => `${pixel(x.at(point.x))} ${pixel(y.at(point[end]))}`);
  if (points.length === 0) return [];
  const [low, high] = [places('low'), places('high')];
  const edge = (along: readonly string[]) =>
    svgNode('path', {
      d: `M${along.join('L')}`,
      'stroke-opacity': 0.6,
      'stroke-width': 1.5,
      ...pen.inked({ stroke: 'series' }),
    });
  return [
    svgNode('path', {
      d: `M${[...low, ...high.toReversed()].join('L')}Z`,
      'fill-opacity': 0.2,
      ...pen.inked({ fill: 'series' }),
    }),
    edge(low),
    edge(high),
  ];
}

import type { ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import { type ChartPen, pixel } from '../chartPen';
import { svgNode, type SvgNode } from '../svgNode';
import { textWidth } from '../textWidth';

/** Darker would cost the words their contrast. */
const darkest = 0.45;

/** A heat map: every cell also says its number. */
export function cellsLayer(
  { cells }: Extract<ChartLayer, { kind: 'cells' }>,
  { x, y }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const width = x.at(1) - x.at(0);
  const height = Math.abs(y.at(1) - y.at(0));
  return cells.flatMap(({ column, row, shade, label, chosen }) => {
    const [left, top] = [x.at(column) - width / 2, y.at(row) - height / 2];
    const box = (rim: number) => ({
      x: pixel(left + rim),
      y: pixel(top + rim),
      width: pixel(Math.max(0, width - 2 * rim)),
      height: pixel(Math.max(0, height - 2 * rim)),
    });
    const fits = textWidth(label) < width - 2;
    return [
      svgNode('rect', {
        ...box(0.5),
        'fill-opacity': pixel(10 * darkest * shade) / 10,
        ...pen.inked({ fill: 'series' }),
      }),
      ...(fits
        ? [
            pen.words(label, {
              x: x.at(column),
              y: y.at(row) + 4,
              anchor: 'middle',
              ...(chosen && { bold: true as const }),
            }),
          ]
        : []),
      ...(chosen
        ? [svgNode('rect', { ...box(1.5), 'stroke-width': 2, ...pen.inked({ stroke: 'text' }) })]
        : []),
    ];
  });
}

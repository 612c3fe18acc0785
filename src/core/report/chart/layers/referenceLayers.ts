import type { ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import type { ChartPen } from '../chartPen';
import type { SvgNode } from '../svgNode';
import { textWidth } from '../textWidth';

/** A level to reach, with its words. */
export function targetLayer(
  { y: level, label, end, side }: Extract<ChartLayer, { kind: 'target' }>,
  { left, right, y, top }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const at = y.at(level);
  const words = side === 'above' ? Math.max(top - 2, at - 5) : at + 14;
  return [
    pen.stroke([left, at], [right, at], { ink: 'quiet', dashes: '5 4' }),
    pen.words(label, {
      x: end === 'left' ? left + 4 : right - 4,
      y: words,
      anchor: end === 'left' ? 'start' : 'end',
      rim: true,
    }),
  ];
}

/** A value of x, its words at the top on the side with room. */
export function uprightLayer(
  { x: value, label }: Extract<ChartLayer, { kind: 'upright' }>,
  { right, top, bottom, x }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const at = x.at(value);
  const isLate = at + textWidth(label) + 8 > right;
  return [
    pen.stroke([at, top], [at, bottom], { ink: 'text', dashes: '5 4' }),
    pen.words(label, {
      x: at + (isLate ? -5 : 5),
      y: top + 9,
      anchor: isLate ? 'end' : 'start',
      rim: true,
    }),
  ];
}

/** The point to see, with a thin line down to the axis. */
export function markLayer(
  { at, label, side }: Extract<ChartLayer, { kind: 'mark' }>,
  { x, y, bottom, right, left }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const [across, down] = [x.at(at.x), y.at(at.y)];
  const room = 1.1 * textWidth(label) + 10;
  const isLeft = side === 'left' ? across - room > left : across + room > right;
  return [
    pen.stroke([across, down], [across, bottom], { ink: 'text', dashes: '1 3' }),
    pen.dot([across, down], 5, 'text'),
    pen.words(label, {
      x: across + (isLeft ? -9 : 9),
      y: Math.min(down + 16, bottom - 4),
      anchor: isLeft ? 'end' : 'start',
      bold: true,
      rim: true,
    }),
  ];
}

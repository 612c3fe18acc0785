import type { ChartPoint } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import type { ChartPen } from '../chartPen';
import type { SvgNode } from '../svgNode';

/** A line's name above its last point. */
export function endWords(
  points: readonly ChartPoint[],
  label: string | undefined,
  { x, y, top }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const last = points.at(-1);
  if (last === undefined || label === undefined) return [];
  const above = Math.max(top + 9, y.at(last.y) - 7);
  return [pen.words(label, { x: x.at(last.x) - 2, y: above, anchor: 'end', rim: true })];
}

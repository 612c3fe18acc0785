import type { ChartDescription } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import type { ChartPen } from '../chartPen';
import type { SvgNode } from '../svgNode';

const lineHeight = 13;

/** Names of levels, to the right of the frame beside their last stroke, none over another. */
export function levelNames(
  { layers }: ChartDescription,
  { right, top, bottom, y }: ChartFrame,
  pen: ChartPen,
): readonly SvgNode[] {
  const wanted = layers.flatMap((layer) => {
    const last = layer.kind === 'levels' ? layer.points.at(-1) : undefined;
    if (layer.kind !== 'levels' || layer.label === undefined || last === undefined) return [];
    return [{ label: layer.label, at: Math.min(bottom, Math.max(top, y.at(last.y))) }];
  });
  let above = -Infinity;
  return wanted
    .toSorted((one, other) => one.at - other.at)
    .map(({ label, at }) => {
      above = Math.max(at, above + lineHeight);
      return pen.words(label, { x: right + 12, y: above + 4 });
    });
}

import type { ChartInterval, ChartLayer } from '../chartDescription';
import type { ChartFrame } from '../chartFrame';
import type { ChartPen } from '../chartPen';
import type { SvgNode } from '../svgNode';

function drawInterval(
  { x: place, low, high, y: value, strong }: ChartInterval,
  { x, y }: ChartFrame,
  pen: ChartPen,
): { readonly bars: readonly SvgNode[]; readonly dots: readonly SvgNode[] } {
  const at = x.at(place);
  const [bottom, top] = [y.at(low), y.at(high)];
  const cap = (level: number) =>
    pen.stroke([at - 3, level], [at + 3, level], { ink: 'series', width: 1.5 });
  const isWithin = value <= y.high && value >= y.low;
  return {
    bars: [
      pen.stroke([at, bottom], [at, top], { ink: 'series', width: strong ? 2.5 : 1.5 }),
      cap(bottom),
      cap(top),
    ],
    dots: isWithin ? [pen.dot([at, y.at(value)], strong ? 5 : 3.5, 'series')] : [],
  };
}

/** Estimates with error bars. */
export function intervalsLayer(
  { points }: Extract<ChartLayer, { kind: 'intervals' }>,
  frame: ChartFrame,
  pen: ChartPen,
): { readonly clipped: readonly SvgNode[]; readonly free: readonly SvgNode[] } {
  const drawn = points.map((point) => drawInterval(point, frame, pen));
  return {
    clipped: drawn.flatMap(({ bars }) => bars),
    free: drawn.flatMap(({ dots }) => dots),
  };
}

import type { ChartInk } from './chartTheme';
import type { Inked } from './inked';
import { svgNode, type SvgNode } from './svgNode';

export interface WordsOptions {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly ink?: ChartInk;
  readonly bold?: true;
  /** A rim of paper around the letters, where lines run below them. */
  readonly rim?: true;
}

/** Draws the few shapes that pictures are made of. */
export interface ChartPen {
  readonly inked: Inked;
  readonly words: (text: string, options: WordsOptions) => SvgNode;
  readonly stroke: (
    from: readonly [number, number],
    to: readonly [number, number],
    look: { readonly ink: ChartInk; readonly width?: number; readonly dashes?: string },
  ) => SvgNode;
  readonly dot: (at: readonly [number, number], radius: number, ink: ChartInk) => SvgNode;
}

/** Pixels to a tenth: what differs less is not seen. */
export function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The pen of a theme. */
export function chartPen(colours: Inked): ChartPen {
  return {
    inked: colours,
    words: (text, { x, y, anchor = 'start', ink = 'text', bold, rim }) =>
      svgNode(
        'text',
        {
          x: pixel(x),
          y: pixel(y),
          'text-anchor': anchor,
          ...colours({ fill: ink, ...(rim && { stroke: 'paper' as const }) }),
          ...(rim && { 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
          ...(bold && { 'font-weight': 600 }),
        },
        [text],
      ),
    stroke: ([x1, y1], [x2, y2], { ink, width = 1, dashes }) =>
      svgNode('line', {
        x1: pixel(x1),
        y1: pixel(y1),
        x2: pixel(x2),
        y2: pixel(y2),
        'stroke-width': width,
        ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
        ...colours({ stroke: ink }),
      }),
    dot: ([cx, cy], r, ink) =>
      svgNode('circle', {
        cx: pixel(cx),
        cy: pixel(cy),
        r,
        'stroke-width': 1.5,
        ...colours({ fill: ink, stroke: 'paper' }),
      }),
  };
}

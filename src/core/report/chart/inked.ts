import type { ChartInk, ChartTheme } from './chartTheme';

/** Colours an element: as attributes, and as classes by which a style sheet can set another theme's. */
export type Inked = (colours: {
  readonly fill?: ChartInk;
  readonly stroke?: ChartInk;
}) => Readonly<Record<string, string>>;

/** The pen of a theme. Without a fill an element is not filled. */
export function inked({ inks }: ChartTheme): Inked {
  return ({ fill, stroke }) => ({
    fill: fill === undefined ? 'none' : inks[fill],
    ...(stroke !== undefined && { stroke: inks[stroke] }),
    class: [
      ...(fill === undefined ? [] : [`chart-fill-${fill}`]),
      ...(stroke === undefined ? [] : [`chart-stroke-${stroke}`]),
    ].join(' '),
  });
}

import type { ChartDescription } from './chartDescription';
import type { ChartSize } from './chartFrame';
import { darkChartTheme, lightChartTheme, type ChartInk, type ChartTheme } from './chartTheme';
import { drawChart } from './drawChart';
import { inked } from './inked';
import { svgNode, type SvgNode } from './svgNode';
import { svgText } from './svgText';

/** How a picture file is drawn. */
export interface ChartSvgOptions {
  /** 640 by 320 unless given. */
  readonly size?: ChartSize;
  /** Left out: light, and dark where people prefer dark pages. */
  readonly theme?: ChartTheme;
  /** Another for each picture with the same id in one page. */
  readonly scope?: string;
}

const reportSize: ChartSize = { width: 640, height: 320 };

/** Rules that swap the colours where people prefer dark pages. Selectors by class: other pictures in a page have the same. */
function darkRules(): string {
  const rules = (Object.keys(darkChartTheme.inks) as ChartInk[]).flatMap((ink) => {
    const colour = darkChartTheme.inks[ink];
    return [`.chart-fill-${ink}{fill:${colour}}`, `.chart-stroke-${ink}{stroke:${colour}}`];
  });
  return `@media(prefers-color-scheme:dark){${rules.join('')}}`;
}

/**
 * A chart as a picture file: self-contained SVG with title and description, no script, no font, nothing loaded. Without
 * a `theme` it is light, and dark where people prefer dark pages; with one it has those colours everywhere.
 */
export function chartSvg(
  chart: ChartDescription,
  { size = reportSize, theme, scope }: ChartSvgOptions = {},
): string {
  const colours = theme ?? lightChartTheme;
  const { svg } = drawChart(chart, { size, theme: colours, scope: scope ?? chart.id });
  const before: readonly SvgNode[] = [
    svgNode('title', {}, [chart.title]),
    svgNode('desc', {}, [chart.summary]),
    ...(theme === undefined ? [svgNode('style', {}, [darkRules()])] : []),
    svgNode('rect', { ...size, ...inked(colours)({ fill: 'paper' }) }),
  ];
  const { attributes, children } = svg;
  return svgText({
    ...svg,
    attributes: { ...attributes, 'aria-label': chart.title },
    children: [...before, ...children],
  });
}

import * as Plot from '@observablehq/plot';
import { assertNever } from '../../../src/core/model/assertNever';
import type { ChartAxis, ChartDescription, ChartLayer, ChartPoint } from './chartDescription';

/** Theme colours only; every meaning is also told by shape or words. */
const ink = {
  series: 'var(--vscode-charts-blue)',
  text: 'var(--vscode-foreground)',
  quiet: 'var(--vscode-descriptionForeground)',
  grid: 'var(--flaglab-chart-grid)',
  paper: 'var(--vscode-editor-background)',
  tip: 'var(--vscode-editorHoverWidget-background)',
  tipBorder: 'var(--vscode-editorHoverWidget-border)',
};

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const halo = { stroke: ink.paper, strokeWidth: 4, paintOrder: 'stroke' } as const;

function target(layer: Extract<ChartLayer, { kind: 'target' }>): readonly Plot.Markish[] {
  const { y, label, end, side } = layer;
  return [
    Plot.ruleY([y], { stroke: ink.quiet, strokeDasharray: '5 4' }),
    Plot.text([label], {
      y: () => y,
      frameAnchor: end,
      textAnchor: end === 'left' ? 'start' : 'end',
      lineAnchor: side === 'above' ? 'bottom' : 'top',
      dx: end === 'left' ? 4 : -4,
      dy: side === 'above' ? -4 : 4,
      fill: ink.text,
      ...halo,
    }),
  ];
}

function mark(
  layer: Extract<ChartLayer, { kind: 'mark' }>,
  floor: number,
): readonly Plot.Markish[] {
  const { at, label, side } = layer;
  return [
    Plot.ruleX([at], { x: 'x', y1: floor, y2: 'y', stroke: ink.text, strokeDasharray: '1 3' }),
    Plot.dot([at], { x: 'x', y: 'y', r: 5, fill: ink.text, stroke: ink.paper, strokeWidth: 2 }),
    Plot.text([at], {
      x: 'x',
      y: 'y',
      text: () => label,
      textAnchor: side === 'left' ? 'end' : 'start',
      lineAnchor: 'top',
      dx: side === 'left' ? -8 : 8,
      dy: 6,
      fill: ink.text,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

const dashes = { dashed: '7 4', dotted: '1.5 4', dots: null } as const;

/** The last point that is within the picture: where a line's words stand. */
function lastWithin(
  points: readonly ChartPoint[],
  { yMost = Infinity }: ChartDescription,
): readonly ChartPoint[] {
  return points.filter(({ y }) => y <= yMost).slice(-1);
}

function line(
  { points, style, label }: Extract<ChartLayer, { kind: 'line' }>,
  chart: ChartDescription,
): readonly Plot.Markish[] {
  const within = points.filter(({ y }) => y <= (chart.yMost ?? Infinity));
  const dash = style === undefined ? null : dashes[style];
  return [
    Plot.lineY(points, {
      x: 'x',
      y: 'y',
      stroke: style === 'dotted' || style === 'dashed' ? ink.text : ink.series,
      strokeWidth: 2,
      ...(dash !== null && { strokeDasharray: dash }),
      clip: chart.yMost !== undefined,
    }),
    ...(style === 'dots' || (style !== undefined && points.length === 1)
      ? [Plot.dot(within, { x: 'x', y: 'y', r: 3.5, fill: ink.series })]
      : []),
    ...(label === undefined ? [] : [endWords(lastWithin(points, chart), label)]),
    hover(within, chart),
  ];
}

function endWords(at: readonly ChartPoint[], label: string): Plot.Markish {
  return Plot.text(at, {
    x: 'x',
    y: 'y',
    text: () => label,
    textAnchor: 'end',
    lineAnchor: 'bottom',
    dx: -2,
    dy: -6,
    fill: ink.text,
    ...halo,
  });
}

/** Numbers under the pointer. The table has them for everyone else. */
function hover(points: readonly ChartPoint[], { x, y }: ChartDescription): Plot.Markish {
  return Plot.tip(
    points,
    Plot.pointerX({
      x: 'x',
      y: 'y',
      title: (point: ChartPoint) => `${x.show(point.x)}\n${y.show(point.y)}`,
      fill: ink.tip,
      stroke: ink.tipBorder,
    }),
  );
}

function marksOf(
  layer: ChartLayer,
  chart: ChartDescription,
  floor: number,
): readonly Plot.Markish[] {
  switch (layer.kind) {
    case 'line':
      return line(layer, chart);
    case 'band':
      return [
        Plot.areaY(layer.points, {
          x: 'x',
          y1: 'low',
          y2: 'high',
          fill: ink.series,
          fillOpacity: 0.2,
        }),
        Plot.lineY(layer.points, { x: 'x', y: 'low', stroke: ink.series, strokeOpacity: 0.6 }),
        Plot.lineY(layer.points, { x: 'x', y: 'high', stroke: ink.series, strokeOpacity: 0.6 }),
      ];
    case 'base':
      return [Plot.ruleY([layer.y], { stroke: ink.quiet })];
    case 'target':
      return target(layer);
    case 'mark':
      return mark(layer, floor);
    default:
      return assertNever(layer);
  }
}

function valuesOf(layer: ChartLayer): readonly number[] {
  switch (layer.kind) {
    case 'line':
      return layer.points.map(({ y }) => y);
    case 'band':
      return layer.points.flatMap(({ low, high }) => [low, high]);
    case 'base':
    case 'target':
      return [layer.y];
    case 'mark':
      return [layer.at.y];
    default:
      return assertNever(layer);
  }
}

/** Lowest and highest value, with a little room above for labels. */
function yDomain({ layers, yIncludes, yMost = Infinity }: ChartDescription): [number, number] {
  const values = [...layers.flatMap(valuesOf), ...yIncludes];
  const low = Math.min(...values);
  const high = Math.min(Math.max(...values), yMost);
  return [low, high + (high - low) * 0.06];
}

function axis({ show, whole, label }: ChartAxis, pixels: number, pixelsPerTick: number) {
  return {
    label,
    labelArrow: 'none' as const,
    ticks: Math.max(2, Math.floor(pixels / pixelsPerTick)),
    tickFormat: (value: number) => (whole && !Number.isInteger(value) ? '' : show(value)),
    tickSize: 0,
  };
}

function removeInnerNames(svg: Element): void {
  for (const named of svg.querySelectorAll('[aria-label], [aria-description]')) {
    named.removeAttribute('aria-label');
    named.removeAttribute('aria-description');
  }
}

/**
 * What a strict policy and assistive technology need of Plot's picture: its own style element allowed by the page's
 * nonce before it enters the document, one image with one name, and no names within.
 */
function settle(svg: Element, { summary }: ChartDescription, nonce: string): void {
  removeInnerNames(svg);
  // Numbers under the pointer come and go, and Plot names them each time.
  new MutationObserver(() => removeInnerNames(svg)).observe(svg, {
    childList: true,
    subtree: true,
  });
  for (const style of svg.querySelectorAll('style')) style.setAttribute('nonce', nonce);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', summary);
}

/** Draws a chart. The only user of Plot. */
export function drawChart(chart: ChartDescription, size: ChartSize, nonce: string): Element {
  const [floor, ceiling] = yDomain(chart);
  const { width, height } = size;
  const yAxis = axis(chart.y, height - 64, 32);
  const svg = Plot.plot({
    width,
    height,
    marginLeft: 52,
    marginRight: 26,
    marginTop: 26,
    marginBottom: 38,
    x: { ...axis(chart.x, width - 64, 70) },
    y: { ...yAxis, domain: [floor, ceiling] },
    marks: [
      Plot.gridY({ ticks: yAxis.ticks, stroke: ink.grid, strokeOpacity: 1 }),
      ...chart.layers.flatMap((layer) => marksOf(layer, chart, floor)),
    ],
  });
  settle(svg, chart, nonce);
  return svg;
}

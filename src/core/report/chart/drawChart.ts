import { assertNever } from '../../model/assertNever';
import type { ChartDescription, ChartLayer } from './chartDescription';
import { chartFrame, type ChartFrame, type ChartSize } from './chartFrame';
import { hasLineKey, swatchWidth, type KeyEntry } from './chartKey';
import { chartPen, pixel, type ChartPen } from './chartPen';
import type { ChartTheme } from './chartTheme';
import { inked } from './inked';
import { bandLayer } from './layers/bandLayer';
import { barLook, barsLayer } from './layers/barsLayer';
import { cellsLayer } from './layers/cellsLayer';
import { intervalsLayer } from './layers/intervalsLayer';
import { levelNames } from './layers/levelNames';
import { levelsLayer } from './layers/levelsLayer';
import { lineLayer } from './layers/lineLayer';
import { markLayer, targetLayer, uprightLayer } from './layers/referenceLayers';
import { svgNode, type SvgNode } from './svgNode';

/** What of a layer the frame cuts, and what stands freely. */
interface Drawn {
  readonly clipped: readonly SvgNode[];
  readonly free: readonly SvgNode[];
}

function clipped(nodes: readonly SvgNode[]): Drawn {
  return { clipped: nodes, free: [] };
}

function free(nodes: readonly SvgNode[]): Drawn {
  return { clipped: [], free: nodes };
}

function drawLayer(
  layer: ChartLayer,
  chart: ChartDescription,
  { frame, pen }: { readonly frame: ChartFrame; readonly pen: ChartPen },
): Drawn {
  switch (layer.kind) {
    case 'line':
      return lineLayer(layer, frame, { pen, hasWords: !hasLineKey(chart) });
    case 'band':
      return clipped(bandLayer(layer, frame, pen));
    case 'bars':
      return clipped(barsLayer(layer, frame, pen));
    case 'intervals':
      return intervalsLayer(layer, frame, pen);
    case 'levels':
      return clipped(levelsLayer(layer, frame, pen));
    case 'cells':
      return free(cellsLayer(layer, frame, pen));
    case 'base': {
      const at = frame.y.at(layer.y);
      return free([pen.stroke([frame.left, at], [frame.right, at], { ink: 'quiet' })]);
    }
    case 'target':
      return free(targetLayer(layer, frame, pen));
    case 'upright':
      return free(uprightLayer(layer, frame, pen));
    case 'mark':
      return free(markLayer(layer, frame, pen));
    default:
      return assertNever(layer);
  }
}

/** Dots and strokes at the edge keep their other half. */
const edge = 4;

/** The shape that cuts what stands out of the frame. */
function frameCut({ left, right, top, bottom }: ChartFrame, id: string): SvgNode {
  const [width, height] = [right - left + 2 * edge, bottom - top + 1];
  return svgNode('clipPath', { id }, [
    svgNode('rect', { x: pixel(left - edge), y: top, width: pixel(width), height }),
  ]);
}

function cutToFrame(id: string, nodes: readonly SvgNode[]): readonly SvgNode[] {
  return nodes.length === 0 ? [] : [svgNode('g', { 'clip-path': `url(#${id})` }, nodes)];
}

function axes(chart: ChartDescription, frame: ChartFrame, pen: ChartPen): readonly SvgNode[] {
  const { left, right, top, bottom, x, y, xTicks, yTicks } = frame;
  const hasGrid = chart.y.categories === undefined;
  return [
    ...(hasGrid
      ? yTicks.map(({ value }) =>
          pen.stroke([left, y.at(value)], [right, y.at(value)], { ink: 'grid' }),
        )
      : []),
    ...yTicks.map(({ value, label }) =>
      pen.words(label, { x: left - 6, y: y.at(value) + 4, anchor: 'end', ink: 'quiet' }),
    ),
    ...xTicks.map(({ value, label }) =>
      pen.words(label, { x: x.at(value), y: bottom + 15, anchor: 'middle', ink: 'quiet' }),
    ),
    pen.words(chart.y.label, { x: 2, y: top - 12, ink: 'quiet' }),
    pen.words(chart.x.label, { x: right, y: bottom + 32, anchor: 'end', ink: 'quiet' }),
  ];
}

function lineSwatch(
  style: 'solid' | 'dashed' | 'dotted' | 'dots',
  [x, y]: readonly [number, number],
  pen: ChartPen,
): readonly SvgNode[] {
  const ink = style === 'dashed' || style === 'dotted' ? 'text' : 'series';
  const dashes = { solid: undefined, dots: undefined, dashed: '7 4', dotted: '1.5 4' }[style];
  return [
    pen.stroke([x, y], [x + swatchWidth, y], {
      ink,
      width: 2,
      ...(dashes !== undefined && { dashes }),
    }),
    ...(style === 'dots' ? [pen.dot([x + swatchWidth / 2, y], 4, ink)] : []),
  ];
}

function swatchOf({ swatch, left, row }: KeyEntry, pen: ChartPen): readonly SvgNode[] {
  const [x, y] = [left, row * 18 + 3];
  const box = { x: x + 3, y, width: swatchWidth - 6, height: 10 };
  const middle = x + swatchWidth / 2;
  switch (swatch.kind) {
    case 'bar':
      return [svgNode('rect', { ...box, ...barLook(swatch.series, pen) })];
    case 'band': {
      const look = pen.inked({ fill: 'series', stroke: 'series' });
      return [svgNode('rect', { ...box, 'fill-opacity': 0.2, 'stroke-opacity': 0.6, ...look })];
    }
    case 'interval':
      return [
        pen.stroke([middle, y - 2], [middle, y + 12], { ink: 'series', width: 1.5 }),
        pen.dot([middle, y + 5], 3.5, 'series'),
      ];
    case 'line':
      return lineSwatch(swatch.style, [x, y + 5], pen);
    default:
      return assertNever(swatch);
  }
}

function keyOf({ key }: ChartFrame, pen: ChartPen): readonly SvgNode[] {
  return key.flatMap((entry) => [
    ...swatchOf(entry, pen),
    pen.words(entry.label, {
      x: entry.left + swatchWidth + 6,
      y: entry.row * 18 + 12,
      ink: 'text',
    }),
  ]);
}

export interface DrawOptions {
  readonly size: ChartSize;
  readonly theme: ChartTheme;
  readonly scope: string;
}

export interface DrawnChart {
  readonly frame: ChartFrame;
  readonly svg: SvgNode;
}

/**
 * Draws a chart as an SVG element: the one drawer, of the panel and of reports. `scope` is part of the one id it needs:
 * another for each picture of a page.
 */
export function drawChart(
  chart: ChartDescription,
  { size, theme, scope }: DrawOptions,
): DrawnChart {
  const frame = chartFrame(chart, size);
  const pen = chartPen(inked(theme));
  const cut = `chart-frame-${scope}`;
  const layers = chart.layers.flatMap((layer) => {
    const drawn = drawLayer(layer, chart, { frame, pen });
    return [...cutToFrame(cut, drawn.clipped), ...drawn.free];
  });
  const names = levelNames(chart, frame, pen);
  const svg = svgNode(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'font-family': theme.fontFamily,
      'font-size': 11,
    },
    [frameCut(frame, cut), ...axes(chart, frame, pen), ...keyOf(frame, pen), ...layers, ...names],
  );
  return { frame, svg };
}

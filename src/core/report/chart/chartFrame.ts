import { assertNever } from '../../model/assertNever';
import type { ChartAxis, ChartDescription, ChartLayer } from './chartDescription';
import { chartKey, type KeyEntry } from './chartKey';
import { chartScale, type ChartScale } from './chartScale';
import { chartTicks } from './chartTicks';
import { textWidth } from './textWidth';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartTick {
  readonly value: number;
  readonly label: string;
}

/** Where a chart's values stand in a picture of a size. Pixels from the upper left corner. */
export interface ChartFrame extends ChartSize {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ChartScale;
  readonly y: ChartScale;
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  readonly key: readonly KeyEntry[];
}

const keyRow = 18;

function xsOf(layer: ChartLayer): readonly number[] {
  switch (layer.kind) {
    case 'line':
    case 'band':
    case 'intervals':
    case 'levels':
      return layer.points.map(({ x }) => x);
    case 'bars':
      return layer.bars.flatMap(({ from, to }) => [from, to]);
    case 'upright':
      return [layer.x];
    case 'mark':
      return [layer.at.x];
    case 'base':
    case 'target':
    case 'cells':
      return [];
    default:
      return assertNever(layer);
  }
}

function ysOf(layer: ChartLayer): readonly number[] {
  switch (layer.kind) {
    case 'line':
    case 'levels':
      return layer.points.map(({ y }) => y);
    case 'band':
      return layer.points.flatMap(({ low, high }) => [low, high]);
    case 'intervals':
      return layer.points.flatMap(({ low, high, y }) => [low, y, high]);
    case 'bars':
      return layer.bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
    case 'base':
    case 'target':
      return [layer.y];
    case 'mark':
      return [layer.at.y];
    case 'upright':
    case 'cells':
      return [];
    default:
      return assertNever(layer);
  }
}

function range(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
}

function ofCategories({ categories }: ChartAxis): [number, number] | null {
  return categories === undefined ? null : [-0.5, Math.max(0, categories.length - 1) + 0.5];
}

function xDomain({ layers, x, xIncludes = [] }: ChartDescription): [number, number] {
  return ofCategories(x) ?? range([...layers.flatMap(xsOf), ...xIncludes]);
}

/** Lowest and highest value, with a little room above for words. */
function yDomain(chart: ChartDescription): [number, number] {
  const { layers, y, yIncludes, yMost = Infinity, yLeast = -Infinity } = chart;
  const named = ofCategories(y);
  if (named !== null) return named;
  const [lowest, highest] = range([...layers.flatMap(ysOf), ...yIncludes]);
  const low = Math.max(lowest, yLeast);
  const high = Math.min(highest, yMost);
  return high > low ? [low, high + (high - low) * 0.06] : [low, low + (Math.abs(low) || 1)];
}

/** As many names as there is room for. */
function ticksOf(axis: ChartAxis, domain: [number, number], most: number): readonly ChartTick[] {
  const { categories, show, whole = false } = axis;
  if (categories === undefined) {
    return chartTicks(domain, { most, whole }).map((value) => ({ value, label: show(value) }));
  }
  const every = Math.max(1, Math.ceil(categories.length / Math.max(1, most)));
  return categories.flatMap((label, value) => (value % every === 0 ? [{ value, label }] : []));
}

/** Fewer ticks where their words are long. */
function xTicksOf(chart: ChartDescription, domain: [number, number], width: number) {
  const { x } = chart;
  const wide = (x.categories ?? domain.map(x.show)).map(textWidth);
  const each = Math.max(x.categories === undefined ? 64 : 24, Math.max(0, ...wide) + 14);
  return ticksOf(x, domain, Math.max(1, Math.floor(width / each)));
}

/** Words that stand beside the frame. */
function levelLabels({ layers }: ChartDescription): readonly string[] {
  return layers.flatMap((layer) =>
    layer.kind === 'levels' && layer.label !== undefined ? [layer.label] : [],
  );
}

/** Lays a chart out. */
export function chartFrame(chart: ChartDescription, { width, height }: ChartSize): ChartFrame {
  const key = chartKey(chart, width);
  const rows = key.length === 0 ? 0 : Math.max(...key.map(({ row }) => row)) + 1;
  const top = 26 + rows * keyRow;
  const bottom = height - 38;
  const yValues = yDomain(chart);
  const yTicks = ticksOf(chart.y, yValues, Math.max(2, Math.floor((bottom - top) / 32)));
  const left = Math.max(40, 14 + Math.max(0, ...yTicks.map(({ label }) => textWidth(label))));
  const right = width - Math.max(20, ...levelLabels(chart).map((label) => 14 + textWidth(label)));
  const xValues = xDomain(chart);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: chartScale(xValues, [left, right]),
    y: chartScale(yValues, [bottom, top]),
    xTicks: xTicksOf(chart, xValues, right - left),
    yTicks,
    key,
  };
}

import { assertNever } from '../../model/assertNever';
import type { ChartDescription, ChartLayer } from './chartDescription';

/** What a chart says at a place: shown under the pointer. */
export interface ChartReading {
  readonly x: number;
  /** Null where it holds for all heights. */
  readonly y: number | null;
  readonly title: string;
  readonly lines: readonly string[];
}

interface Part {
  readonly x: number;
  readonly text: string;
}

function named(label: string | undefined, text: string): string {
  return label === undefined ? text : `${label}: ${text}`;
}

function partsOf(layer: ChartLayer, { y }: ChartDescription): readonly Part[] {
  switch (layer.kind) {
    case 'line':
    case 'levels':
      return layer.points.map((point) => ({
        x: point.x,
        text: named(layer.label, y.show(point.y)),
      }));
    case 'band':
      return layer.points.map(({ x, low, high }) => ({
        x,
        text: named(layer.label, `${y.show(low)} – ${y.show(high)}`),
      }));
    case 'intervals':
      return layer.points.map(({ x, y: value, low, high }) => ({
        x,
        text: named(layer.label, `${y.show(value)} (${y.show(low)} – ${y.show(high)})`),
      }));
    case 'bars':
      return layer.bars.flatMap(({ from, to, values }) =>
        values.map((value, i) => ({
          x: (from + to) / 2,
          text: named(layer.series[i], y.show(value)),
        })),
      );
    case 'base':
    case 'target':
    case 'upright':
    case 'mark':
    case 'cells':
      return [];
    default:
      return assertNever(layer);
  }
}

function cellReadings(chart: ChartDescription): readonly ChartReading[] {
  return chart.layers.flatMap((layer) =>
    layer.kind === 'cells'
      ? layer.cells.map(({ column, row, label, says }) => ({
          x: column,
          y: row,
          title: label,
          lines: [says],
        }))
      : [],
  );
}

/** The places of a chart that have something to say, by x. */
export function chartReadings(chart: ChartDescription): readonly ChartReading[] {
  const { x: axis, layers } = chart;
  const byX = new Map<number, string[]>();
  for (const { x, text } of layers.flatMap((layer) => partsOf(layer, chart))) {
    const lines = byX.get(x) ?? [];
    lines.push(text);
    byX.set(x, lines);
  }
  const along = [...byX]
    .toSorted(([one], [other]) => one - other)
    .map(([x, lines]) => ({
      x,
      y: null,
      title: named(axis.label, axis.categories?.[x] ?? axis.show(x)),
      lines,
    }));
  return [...along, ...cellReadings(chart)];
}

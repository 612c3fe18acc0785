import type { ChartDescription, ChartLayer } from './chartDescription';
import { textWidth } from './textWidth';

/** How an entry of the key is drawn: as its layer is. */
export type KeySwatch =
  | { readonly kind: 'band' }
  | { readonly kind: 'interval' }
  | { readonly kind: 'line'; readonly style: 'solid' | 'dashed' | 'dotted' | 'dots' }
  /** The series' place in its stack. */
  | { readonly kind: 'bar'; readonly series: number };

/** One name in the key, and where it stands. */
export interface KeyEntry {
  readonly swatch: KeySwatch;
  readonly label: string;
  readonly left: number;
  readonly row: number;
}

export const swatchWidth = 18;
const gaps = 22;

type NamedSwatch = Pick<KeyEntry, 'swatch' | 'label'>;

/** Two lines may end at the same place: only one alone has its words there. */
export function hasLineKey({ layers }: ChartDescription): boolean {
  return layers.filter((layer) => layer.kind === 'line' && layer.label !== undefined).length > 1;
}

function entryOf(layer: ChartLayer, keyedLines: boolean): readonly NamedSwatch[] {
  switch (layer.kind) {
    case 'bars': {
      const { series } = layer;
      if (series.length < 2) return [];
      return series.map((label, i) => ({ swatch: { kind: 'bar', series: i }, label }));
    }
    case 'band':
    case 'intervals': {
      const kind = layer.kind === 'band' ? 'band' : 'interval';
      return layer.label === undefined ? [] : [{ swatch: { kind }, label: layer.label }];
    }
    case 'line': {
      const { label, style = 'solid' } = layer;
      return label === undefined || !keyedLines ? [] : [{ swatch: { kind: 'line', style }, label }];
    }
    default:
      return [];
  }
}

/** What needs a name and has none beside it. */
function entriesOf(chart: ChartDescription): readonly NamedSwatch[] {
  const keyedLines = hasLineKey(chart);
  return chart.layers.flatMap((layer) => entryOf(layer, keyedLines));
}

/** The key of a chart, in rows that fit the width; empty where every name stands in the picture. */
export function chartKey(chart: ChartDescription, width: number): readonly KeyEntry[] {
  let [left, row] = [8, 0];
  return entriesOf(chart).map((entry) => {
    const room = swatchWidth + gaps + textWidth(entry.label);
    if (left > 8 && left + room > width) [left, row] = [8, row + 1];
    const placed = { ...entry, left, row };
    left += room;
    return placed;
  });
}

import type { ChartDescription } from './chartDescription';
import { textWidth } from './textWidth';

/** How an entry of the key is drawn: as its layer is. */
export type KeySwatch =
  | { readonly kind: 'band' }
  | { readonly kind: 'interval' }
  /** The series' place in its stack. */
  | { readonly kind: 'bar'; readonly series: number };

/** One name in the key, and where it stands. */
export interface KeyEntry {
  readonly swatch: KeySwatch;
  readonly label: string;
  readonly left: number;
  readonly row: number;
}

export const swatchWidth = 12;
const gaps = 22;

/** What needs a name and has none beside it: bands, intervals, parts of bars. */
function entriesOf({ layers }: ChartDescription): readonly Pick<KeyEntry, 'swatch' | 'label'>[] {
  return layers.flatMap((layer): readonly Pick<KeyEntry, 'swatch' | 'label'>[] => {
    if (layer.kind === 'bars') {
      if (layer.series.length < 2) return [];
      return layer.series.map((label, series) => ({ swatch: { kind: 'bar', series }, label }));
    }
    if (layer.kind !== 'band' && layer.kind !== 'intervals') return [];
    if (layer.label === undefined) return [];
    const kind = layer.kind === 'band' ? 'band' : 'interval';
    return [{ swatch: { kind }, label: layer.label }];
  });
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

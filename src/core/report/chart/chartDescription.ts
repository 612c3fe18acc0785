/** A place in a chart, in data units. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** A range at a place, in data units. */
export interface ChartRange {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** A column from one value of x to another, its parts stacked from the base up. */
export interface ChartBar {
  readonly from: number;
  readonly to: number;
  /** One for each of the layer's series. */
  readonly values: readonly number[];
}

/** An estimate with its error bar. */
export interface ChartInterval extends ChartRange {
  readonly y: number;
  /** Drawn filled, larger. */
  readonly strong?: true;
}

/** One cell of a heat map. */
export interface ChartCell {
  /** Index of its category along x and along y. */
  readonly column: number;
  readonly row: number;
  /** How dark, 0 to 1. */
  readonly shade: number;
  /** What stands in it. */
  readonly label: string;
  /** What is said of it on its own: under the pointer. */
  readonly says: string;
  /** With a frame: the planned one. */
  readonly chosen?: true;
}

export type ChartLayer =
  | {
      readonly kind: 'line';
      readonly points: readonly ChartPoint[];
      /** Told apart by shape, not colour; `dots`: solid, with a dot at each point. Left out: solid. */
      readonly style?: 'dashed' | 'dotted' | 'dots';
      /** Words at its end, where there are several. */
      readonly label?: string;
    }
  /** Low to high along x; its label stands in the key. */
  | { readonly kind: 'band'; readonly points: readonly ChartRange[]; readonly label?: string }
  /** A level to reach, dashed, with its words at one end, on the side where the line leaves room. */
  | {
      readonly kind: 'target';
      readonly y: number;
      readonly label: string;
      readonly end: 'left' | 'right';
      readonly side: 'above' | 'below';
    }
  /** The zero or other base that values are read against; no words. */
  | { readonly kind: 'base'; readonly y: number }
  /** A value of x, as a line from top to bottom with its words at the top. */
  | { readonly kind: 'upright'; readonly x: number; readonly label: string }
  /** The point people should see, with a thin line down to the axis and its words below, on the free side of the line. */
  | {
      readonly kind: 'mark';
      readonly at: ChartPoint;
      readonly label: string;
      readonly side: 'left' | 'right';
    }
  /** Columns; the parts' names stand in the key. */
  | {
      readonly kind: 'bars';
      readonly series: readonly string[];
      readonly bars: readonly ChartBar[];
    }
  /** Estimates with error bars; the label stands in the key. */
  | {
      readonly kind: 'intervals';
      readonly points: readonly ChartInterval[];
      readonly label?: string;
    }
  /** Levels that hold at single places, as those of a stopping bound at its looks: short strokes, joined by dots. */
  | { readonly kind: 'levels'; readonly points: readonly ChartPoint[]; readonly label?: string }
  /** A heat map; both axes have categories. */
  | { readonly kind: 'cells'; readonly cells: readonly ChartCell[] };

export interface ChartAxis {
  readonly label: string;
  readonly show: (value: number) => string;
  /** Whole steps only: days. */
  readonly whole?: true;
  /** Names at 0, 1, 2, ... instead of numbers. */
  readonly categories?: readonly string[];
}

/** A table with the chart's numbers: for people who do not see the picture, and for copying. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart as data: what it shows and says, not how it is drawn. Panel, HTML and Markdown draw the same one. */
export interface ChartDescription {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence: caption and accessible name. */
  readonly summary: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Always within the picture: a target, a zero. */
  readonly yIncludes: readonly number[];
  readonly xIncludes?: readonly number[];
  /** Nothing beyond these is worth room: lines come in from the top or the bottom. */
  readonly yMost?: number;
  readonly yLeast?: number;
  /** From back to front. */
  readonly layers: readonly ChartLayer[];
  readonly table: ChartTable;
}

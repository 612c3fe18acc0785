/** A place in a chart, in data units. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
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
  | {
      readonly kind: 'band';
      readonly points: readonly {
        readonly x: number;
        readonly low: number;
        readonly high: number;
      }[];
    }
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
  /** The point people should see, with a thin line down to the axis and its words below, on the free side of the line. */
  | {
      readonly kind: 'mark';
      readonly at: ChartPoint;
      readonly label: string;
      readonly side: 'left' | 'right';
    };

export interface ChartAxis {
  readonly label: string;
  readonly show: (value: number) => string;
  /** Whole steps only: days. */
  readonly whole?: true;
}

/** A table with the chart's numbers: for people who do not see the picture, and for copying. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart as data: what it shows and says, not how it is drawn. */
export interface ChartDescription {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence: caption and accessible name. */
  readonly summary: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Always within the picture: a target, a zero. */
  readonly yIncludes: readonly number[];
  /** Nothing above this is worth room: lines come in from the top. */
  readonly yMost?: number;
  /** From back to front. */
  readonly layers: readonly ChartLayer[];
  readonly table: ChartTable;
}

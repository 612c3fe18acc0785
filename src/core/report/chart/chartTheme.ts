/** What a stroke, an area or a text is for: a theme gives each a colour. */
export type ChartInk = 'series' | 'text' | 'quiet' | 'grid' | 'paper';

/** Colours of a picture, as SVG attributes take them. */
export interface ChartTheme {
  readonly inks: Readonly<Record<ChartInk, string>>;
  readonly fontFamily: string;
}

const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** Dark ink on white paper: contrast of text at least 7 : 1, of lines 4.5 : 1. */
export const lightChartTheme: ChartTheme = {
  inks: {
    series: '#0b62c4',
    text: '#1f2328',
    quiet: '#57606a',
    grid: '#d8dee4',
    paper: '#ffffff',
  },
  fontFamily,
};

/** Light ink on dark paper. */
export const darkChartTheme: ChartTheme = {
  inks: {
    series: '#6cb6ff',
    text: '#e6edf3',
    quiet: '#9da7b3',
    grid: '#30363d',
    paper: '#0d1117',
  },
  fontFamily,
};

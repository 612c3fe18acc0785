import type { ChartTheme } from '../../../src/core/report/chart/chartTheme';

/** Theme colours only; every meaning is also told by shape or words. */
export const vscodeChartTheme: ChartTheme = {
  inks: {
    series: 'var(--vscode-charts-blue)',
    text: 'var(--vscode-foreground)',
    quiet: 'var(--vscode-descriptionForeground)',
    grid: 'var(--flaglab-chart-grid)',
    paper: 'var(--vscode-editor-background)',
  },
  fontFamily: 'var(--vscode-font-family)',
};

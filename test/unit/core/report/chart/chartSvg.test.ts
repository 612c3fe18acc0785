import { describe, expect, test } from 'vitest';
import type {
  ChartDescription,
  ChartLayer,
} from '../../../../../src/core/report/chart/chartDescription';
import { chartReadings } from '../../../../../src/core/report/chart/chartReadings';
import { chartSvg } from '../../../../../src/core/report/chart/chartSvg';
import { darkChartTheme } from '../../../../../src/core/report/chart/chartTheme';
import { drawChart } from '../../../../../src/core/report/chart/drawChart';

const show = (value: number) => String(Number(value.toPrecision(3)));

function chartOf(
  layers: readonly ChartLayer[],
  change: Partial<ChartDescription> = {},
): ChartDescription {
  return {
    id: 'any',
    title: 'Any <chart>',
    summary: 'Says "this" & that.',
    x: { label: 'Day', show },
    y: { label: 'Effect', show },
    yIncludes: [0],
    layers,
    table: { columns: [], rows: [] },
    ...change,
  };
}

const points = [
  { x: 1, y: 2 },
  { x: 2, y: 4 },
  { x: 3, y: 3 },
];

/** One of each kind. */
const every: readonly ChartLayer[] = [
  {
    kind: 'band',
    label: 'band',
    points: points.map(({ x, y }) => ({ x, low: y - 1, high: y + 1 })),
  },
  { kind: 'bars', series: ['one', 'other'], bars: [{ from: 1, to: 2, values: [1, 2] }] },
  { kind: 'line', points, style: 'dashed', label: 'line' },
  { kind: 'levels', points, label: 'bound' },
  {
    kind: 'intervals',
    label: 'estimate',
    points: points.map(({ x, y }) => ({ x, y, low: y - 1, high: y + 1 })),
  },
  { kind: 'base', y: 0 },
  { kind: 'target', y: 3, label: 'planned', end: 'left', side: 'above' },
  { kind: 'upright', x: 2, label: 'true' },
  { kind: 'mark', at: { x: 3, y: 3 }, label: 'day 3', side: 'right' },
];

describe('a chart as a file', () => {
  test('has its title and description, and words stay words', () => {
    const svg = chartSvg(chartOf(every));
    expect(svg).toContain('<title>Any &lt;chart&gt;</title>');
    expect(svg).toContain('<desc>Says &quot;this&quot; &amp; that.</desc>');
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
  });

  test('loads nothing and runs nothing', () => {
    const svg = chartSvg(chartOf(every));
    expect(svg).not.toMatch(
      /<script|<image|<foreignObject|href|url\([^#]|@import|@font-face|\son\w+=/,
    );
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('has no number that is none, also for values that are none', () => {
    const broken = every.map((layer) =>
      layer.kind === 'line' ? { ...layer, points: [{ x: 1, y: 2 }] } : layer,
    );
    for (const layers of [every, broken, []]) {
      expect(chartSvg(chartOf(layers))).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('swaps its colours on dark pages, unless a theme is given', () => {
    expect(chartSvg(chartOf(every))).toContain('@media(prefers-color-scheme:dark)');
    const dark = chartSvg(chartOf(every), { theme: darkChartTheme });
    expect(dark).not.toContain('@media');
    expect(dark).toContain(`fill="${darkChartTheme.inks.paper}"`);
  });
});

test('values stand in proportion, high ones above', () => {
  const { frame } = drawChart(chartOf(every), {
    size: { width: 400, height: 300 },
    theme: darkChartTheme,
    scope: 'test',
  });
  const { x, y, left, right, bottom } = frame;
  expect([x.at(1), x.at(2), x.at(3)]).toEqual([left, (left + right) / 2, right]);
  expect(y.at(0)).toBe(bottom);
  expect(y.at(4)).toBeLessThan(y.at(2));
});

test('lines come in from the top and the bottom where values beyond are not worth room', () => {
  const chart = chartOf(
    [
      {
        kind: 'line',
        points: [
          { x: 0, y: -90 },
          { x: 1, y: 90 },
        ],
      },
    ],
    {
      yMost: 10,
      yLeast: -5,
    },
  );
  const { y } = drawChart(chart, {
    size: { width: 400, height: 300 },
    theme: darkChartTheme,
    scope: 'test',
  }).frame;
  expect(y.low).toBe(-5);
  expect(y.high).toBeCloseTo(10.9, 10);
});

describe('what a chart says at a place', () => {
  test('all layers at one x together', () => {
    expect(chartReadings(chartOf(every))[0]).toEqual({
      x: 1,
      y: null,
      title: 'Day: 1',
      lines: ['band: 1 – 3', 'line: 2', 'bound: 2', 'estimate: 2 (1 – 3)'],
    });
  });

  test('a cell of a heat map by itself', () => {
    const cell = { column: 1, row: 0, shade: 0.5, label: '20 d', says: '5 % by 10 %' } as const;
    const chart = chartOf([{ kind: 'cells', cells: [cell] }], {
      x: { label: 'Effect', show, categories: ['a', 'b'] },
      y: { label: 'Baseline', show, categories: ['c'] },
    });
    expect(chartReadings(chart)).toEqual([{ x: 1, y: 0, title: '20 d', lines: ['5 % by 10 %'] }]);
    expect(chartSvg(chart)).toContain('>20 d</text>');
  });
});

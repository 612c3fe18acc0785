import { beforeAll, expect, test } from 'vitest';
import { parsePlan } from '../../../../../../src/core/experiment/plan/parsePlan';
import type { Plan } from '../../../../../../src/core/experiment/plan/planSchema';
import type { ChartDescription } from '../../../../../../src/core/report/chart/chartDescription';
import { filmChart } from '../../../../../../src/core/report/simulation/charts/filmChart';
import { peekingChart } from '../../../../../../src/core/report/simulation/charts/peekingChart';
import { chartSvg } from '../../../../../../src/core/report/chart/chartSvg';
import { simulationCharts } from '../../../../../../src/core/report/simulation/charts/simulationCharts';
import { createSimulation } from '../../../../../../src/core/simulate/simulation';
import type { SimulationResult } from '../../../../../../src/core/simulate/simulationResult';
import { checkoutText } from '../../../../../webview/support/plans';

let plan: Plan;
let result: SimulationResult;

beforeAll(() => {
  plan = parsePlan(checkoutText).plan!;
  const created = createSimulation({ plan, seed: 1, replications: 2000 });
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
  result = simulation.summarise(blocks)!;
});

function chart(id: string): ChartDescription {
  const found = simulationCharts(plan, result).find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no chart ${id}.`);
  return found;
}

test('every picture has a sentence, a table as wide as its columns, and can be drawn', () => {
  for (const { id, summary, table, ...rest } of simulationCharts(plan, result)) {
    expect(summary, id).toMatch(/\.$/);
    expect(table.rows.length, id).toBeGreaterThan(0);
    for (const row of table.rows) expect(row.length, id).toBe(table.columns.length);
    expect(chartSvg({ id, summary, table, ...rest }), id).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('the histogram counts every launch once, and the significant ones are the power', () => {
  const [bars] = chart('histogram').layers;
  if (bars?.kind !== 'bars') throw new Error('There are no bars.');
  const sum = (series: number) => bars.bars.reduce((all, { values }) => all + values[series]!, 0);
  expect(sum(0) + sum(1)).toBe(2000);
  expect(sum(0) / 2000).toBeCloseTo(result.power.estimate, 2);
});

// Armitage, McPherson, Rowe 1969, table 2: 2, 5, 10 and 20 looks at 1.96.
test('peeking stands beside the numbers of Armitage, McPherson and Rowe', () => {
  const line = chart('peeking').layers.find(({ kind }) => kind === 'line');
  if (line?.kind !== 'line') throw new Error('There is no line.');
  expect(line.points.map(({ y }) => Number(y.toFixed(3)))).toEqual([0.083, 0.142, 0.193, 0.248]);
});

/** A year of daily looks: films and looks of so many days are told every few days. */
test('days of a long launch are days, not rows', () => {
  const text = checkoutText.replace('newUnitsPerDay: 12000', 'newUnitsPerDay: 650');
  const long = parsePlan(text).plan!;
  const created = createSimulation({ plan: long, seed: 1, replications: 100 });
  if (created.kind === 'refused') throw new Error(created.message);
  const year = created.simulation.summarise([created.simulation.runBlock(0)])!;
  // 234,340 users at 650 a day take 360.5 days.
  expect(year.days).toBe(361);
  expect(year.film.frames.length).toBeLessThan(200);
  const film = { film: year.film, days: 200 };
  expect(filmChart(year, long, film).summary).toMatch(/^Day (19[6-9]|200) of 361: /);
  expect(filmChart(year, long, film).xIncludes).toEqual([1, 361]);
  expect(peekingChart(year)?.summary).toContain('daily (361 looks)');
});

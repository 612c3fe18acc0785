import { describe, expect, test } from 'vitest';
import { reportPictures } from '../../../../../src/core/report/simulation/reportPictures';
import { simulationCsv } from '../../../../../src/core/report/simulation/simulationCsv';
import { simulationHtml } from '../../../../../src/core/report/simulation/simulationHtml';
import { simulationJson } from '../../../../../src/core/report/simulation/simulationJson';
import { simulationMarkdown } from '../../../../../src/core/report/simulation/simulationMarkdown';
import { createSimulation } from '../../../../../src/core/simulate/simulation';
import type { SimulationResult } from '../../../../../src/core/simulate/simulationResult';
import { planWith } from '../../../../support/examplePlan';

const context = { planFile: 'experiments/one_click_checkout.experiment.yaml', version: '1.2.3' };

function simulated(plan = planWith({})): SimulationResult {
  const created = createSimulation({ plan, seed: 7, replications: 1000 });
  if (created.kind === 'refused') throw new Error(created.message);
  const result = created.simulation.summarise([created.simulation.runBlock(0)]);
  if (result === null) throw new Error('There is no result.');
  return result;
}

const hostile = '<script>alert(1)</script> | *bold* [x](javascript:y)';
const plan = { ...planWith({}), hypothesis: 'One click sells more.' };
const result = simulated(plan);

describe('a report in Markdown', () => {
  const pictures = { folder: 'report.md.assets', pictures: reportPictures(plan, result) };
  const text = simulationMarkdown(plan, result, { ...context, pictures });

  test.each([
    ['the hypothesis', '- Hypothesis: One click sells more.'],
    ['the metrics', '| conversion | primary | proportion |'],
    // 5.2 %, 5 % relative, 80 %: 117,170 a variant by the unpooled z test, 12,000 users a day.
    ['the size', '- Size: You need 234,340 users, 117,170 in each variant: 20 days'],
    ['the variants', '| treatment | 50 | 117,170 |'],
    ['the stopping rule', '- Stopping rule: One look, at the end: day 20, with 234,340 users.'],
    ['the power that is planned', '- Power: 80 %'],
    ['seed and version', '- Simulated with: Flaglab 1.2.3, seed 7, 1,000 replications.'],
    [
      'how to have the same again',
      String.raw`flaglab simulate experiments/one\_click\_checkout.experiment.yaml --runs 1000 --seed 7`,
    ],
    ['what simulated launches say', '### Rules on the same launches'],
  ])('has %s', (_what, piece) => {
    expect(text).toContain(piece);
  });

  test('shows each picture, with what is to be seen in it', () => {
    expect(pictures.pictures.length).toBeGreaterThan(2);
    for (const { fileName, svg } of pictures.pictures) {
      expect(text).toContain(`](report.md.assets/${fileName})`);
      expect(svg).toMatch(/^<svg .*<title>.*<desc>/s);
    }
  });

  test('has none where there is no folder for them', () => {
    const bare = simulationMarkdown(plan, result, { ...context, pictures: null });
    expect(bare).not.toContain('![');
  });

  test('has the bounds of each look as the stopping rule of several', () => {
    const several = planWith({ design: { analysis: 'group-sequential', looks: 4 } });
    const said = simulationMarkdown(several, simulated(several), { ...context, pictures: null });
    expect(said).toMatch(/- Stopping rule: .*4 looks, the last at the end/);
    expect(said).toContain('### Looks');
  });

  test('takes no name for Markdown or HTML', () => {
    const said = simulationMarkdown({ ...plan, hypothesis: hostile }, result, {
      ...context,
      pictures: null,
    });
    expect(said).not.toContain('<script>');
    expect(said).not.toMatch(/[^\\]\]\(javascript/);
  });
});

describe('a report in HTML', () => {
  const text = simulationHtml(plan, result, context);

  test('is one file: pictures within it, no script, nothing loaded', () => {
    expect(text.match(/<svg /g)?.length).toBe(reportPictures(plan, result).length);
    expect(text).not.toMatch(/<script|<img|<link|\bsrc=|@import|url\((?!#)/);
    expect(text).toContain("default-src 'none'");
  });

  test('says what the one in Markdown says', () => {
    for (const piece of [
      'One click sells more.',
      'Nothing is decided before.',
      'seed 7',
      '1.2.3',
    ]) {
      expect(text).toContain(piece);
    }
  });

  test('takes no name for HTML', () => {
    const said = simulationHtml({ ...plan, hypothesis: hostile }, result, context);
    expect(said).not.toContain('<script');
  });
});

describe('numbers to go on with', () => {
  const rows = simulationCsv(result)
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));

  test('as CSV are those of the result, unrounded, with their errors', () => {
    const [head, ...others] = rows;
    expect(head?.join(' ')).toBe('what of day units value standard_error low high formula');
    const power = others.find(([what, of]) => what === 'power' && of === 'plan');
    expect(power?.[4]).toBe(String(result.power.estimate));
    expect(power?.[5]).toBe(String(result.power.standardError));
    expect(others.filter(([what]) => what === 'effect by day')).toHaveLength(20);
    expect(others.every((row) => row.length === head?.length)).toBe(true);
  });

  test('as JSON are the result', () => {
    const report = { seed: 7, runs: 1000, result, refused: null, diagnostics: [] };
    const json = JSON.parse(simulationJson(report, context));
    expect(json).toEqual({ flaglab: '1.2.3', schema: 1, plan: context.planFile, ...report });
  });
});

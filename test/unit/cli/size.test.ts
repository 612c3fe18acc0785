import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SizeFormat } from '../../../src/cli/commandResult';
import { runSize } from '../../../src/cli/size';
import { expectGolden } from '../../support/expectGolden';

const example = readFileSync(
  new URL('../../fixtures/stats/example.experiment.yaml', import.meta.url),
  'utf8',
);

function size(planText: string, format: SizeFormat = 'text') {
  return runSize({
    planFile: 'experiments\\example.experiment.yaml',
    planText,
    format,
    version: '0.0.0',
  });
}

/** The example's text with one piece replaced; fails where the piece is not there. */
function changed(piece: string, by: string): string {
  expect(example).toContain(piece);
  return example.replace(piece, by);
}

const unequal = changed('name: control, weight: 50', 'name: control, weight: 90')
  .replace('name: treatment, weight: 50', 'name: treatment, weight: 10')
  .replace('direction: increase', 'direction: decrease')
  .replace('power: 0.8', 'power: 0.7, days: 14');

const sequential = changed(
  'analysis: fixed-horizon',
  'analysis: group-sequential, looks: 5, bounds: pocock, futility: { bounds: lan-demets-obrien-fleming }',
);

describe('flaglab size', () => {
  test('for people', () => {
    const { exitCode, output, messages } = size(example);
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: [] });
    expectGolden('cli/size-example.txt', output);
  });

  test('as JSON', () => {
    const { exitCode, output } = size(example, 'json');
    expect(exitCode).toBe(0);
    expectGolden('cli/size-example.json', output);
  });

  test('of an unequal plan with a fixed length, for people', () => {
    expectGolden('cli/size-unequal.txt', size(unequal).output);
  });

  test('of an unequal plan with a fixed length, as JSON', () => {
    expectGolden('cli/size-unequal.json', size(unequal, 'json').output);
  });

  test('of a plan with five looks and futility, for people', () => {
    expectGolden('cli/size-sequential.txt', size(sequential).output);
  });

  test('of a plan with five looks and futility, as JSON', () => {
    expectGolden('cli/size-sequential.json', size(sequential, 'json').output);
  });

  test.each(['text', 'json', 'markdown'] as const)('by another tool, as %s', (format) => {
    const { exitCode, output } = runSize({
      planFile: 'plan.yaml',
      planText: unequal,
      format,
      match: 'growthbook',
      version: '0.0.0',
    });
    expect(exitCode).toBe(0);
    const ending = { text: 'txt', json: 'json', markdown: 'md' }[format];
    expectGolden(`cli/size-match.${ending}`, output);
  });

  test('of a broken plan: exit code 2 and the place of each error', () => {
    const broken = changed('power: 0.8', 'power: 1.2').replace('baseline: 0.052', 'baseline: 0');
    const { exitCode, output, messages } = size(broken);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(messages).toEqual([
      expect.stringMatching(/^experiments\/example\.experiment\.yaml:9:\d+: error: .*baseline/i),
      expect.stringMatching(/^experiments\/example\.experiment\.yaml:10:\d+: error: .*power/i),
    ]);
  });

  test('of a broken plan as JSON is still JSON', () => {
    const { exitCode, output } = size(changed('power: 0.8', 'power: 1.2'), 'json');
    expect(exitCode).toBe(2);
    const report = JSON.parse(output) as Record<string, unknown>;
    expect(report).toMatchObject({ flaglab: '0.0.0', schema: 1, answer: null, definition: null });
    expect(report['diagnostics']).toMatchObject([
      { file: 'experiments/example.experiment.yaml', line: 10, severity: 'error' },
    ]);
  });

  test('of a plan that is valid but has no size names the place too', () => {
    const { exitCode, messages } = size(changed('power: 0.8', 'power: 0.02'));
    expect(exitCode).toBe(2);
    const column = example.split('\n')[9]?.indexOf('0.8') ?? -9;
    expect(messages).toEqual([
      expect.stringContaining(
        `experiments/example.experiment.yaml:10:${column + 1}: error: A power of 0.02 needs no data`,
      ),
    ]);
  });

  test.each(['', '::', '\u0000', '- 1', '[', 'version: 1'])(
    'of %j says why and never throws',
    (text) => {
      const { exitCode, messages } = size(text);
      expect(exitCode).toBe(2);
      expect(messages.length).toBeGreaterThan(0);
    },
  );
});

describe('flaglab size --solve-for', () => {
  const ask = (planText: string, solveFor: 'power' | 'effect' | 'share', format: SizeFormat) =>
    runSize({ planFile: 'x.experiment.yaml', planText, format, solveFor, version: '0.0.0' });

  test('power, for people', () => {
    const { exitCode, output } = ask(unequal, 'power', 'text');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^With 168,000 users \(14 days\) the power is 31\.3 %/);
    expect(output).toContain('  control        90  151,200');
  });

  test('effect, as Markdown: the same as the text', () => {
    const { output } = ask(unequal, 'effect', 'markdown');
    expectGolden('cli/size-effect.md', output);
  });

  test('share, as JSON', () => {
    const { output } = ask(unequal.replace('days: 14', 'days: 60'), 'share', 'json');
    const { answer } = JSON.parse(output) as { answer: Record<string, unknown> };
    expect(answer).toMatchObject({ solveFor: 'share', perVariant: [430_888, 47_877] });
    // 478,765 of 60 · 12,000.
    expect(answer['solved']).toBeCloseTo(478_765 / 720_000, 9);
  });

  test('what the plan lacks has a place', () => {
    const { exitCode, messages } = ask(example, 'power', 'text');
    expect(exitCode).toBe(2);
    expect(messages).toEqual([
      expect.stringMatching(/^x\.experiment\.yaml:10:\d+: error: Solving for power needs a size/),
    ]);
  });

  test('names in Markdown are text', () => {
    const evil = changed('name: treatment', 'name: "a|b <i>"');
    expect(
      ask(evil.replace('power: 0.8', 'power: 0.8, days: 14'), 'power', 'markdown').output,
    ).toContain('| a\\|b \\<i\\> |');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AnalyzeRequest, runAnalyze } from '../../../src/cli/analyze/analyzeCommand';
import { expectGolden } from '../../support/expectGolden';

const example = readFileSync(
  new URL('../../fixtures/stats/example.experiment.yaml', import.meta.url),
  'utf8',
);

const rich = example
  .replace('analysis: fixed-horizon', 'analysis: group-sequential, looks: 4')
  .replace(
    '\ndesign:',
    `
  - { name: spend, role: secondary, kind: mean, baseline: 12, deviation: 30, minimumDetectableEffect: { relative: 0.05 } }
  - { name: errors, role: guardrail, kind: proportion, baseline: 0.02, direction: decrease, margin: { absolute: 0.01 } }
design:`,
  );

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 50)
    yield await Promise.resolve(bytes.slice(at, at + 50));
}

function analyze(planText: string, csv: string, changes: Partial<AnalyzeRequest> = {}) {
  return runAnalyze({
    planFile: 'experiments\\example.experiment.yaml',
    planText,
    dataFile: 'results.csv',
    data: bytesOf(csv),
    format: 'text',
    groupByUnit: false,
    tests: {},
    seed: 1,
    writeResultOn: null,
    version: '0.0.0',
    signal: { aborted: false },
    onProgress: () => undefined,
    ...changes,
  });
}

const counts = 'variant,users,conversion\ncontrol,117200,6094\ntreatment,117100,6480\n';

/** Rows of users whose values follow from their number. */
const rows = [
  'unit,variant,segment,conversion,spend,pre_spend,errors',
  ...Array.from({ length: 600 }, (_, i) => {
    const variant = i % 2 === 0 ? 'control' : 'treatment';
    const converts = i % (i % 2 === 0 ? 19 : 11) === 0 ? 1 : 0;
    const before = (i * 7) % 41;
    return `u${i},${variant},${i % 3 === 0 ? 'new' : 'old'},${converts},${before + ((i * 13) % 17)},${before},${i % 53 === 0 ? 1 : 0}`;
  }),
].join('\n');

describe('flaglab analyze', () => {
  test('of counts, for people', async () => {
    const { exitCode, output, messages } = await analyze(example, counts);
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: [] });
    expectGolden('cli/analyze-counts.txt', output);
  });

  test('of counts, as JSON', async () => {
    expectGolden(
      'cli/analyze-counts.json',
      (await analyze(example, counts, { format: 'json' })).output,
    );
  });

  test('of rows at a look that is not planned, for people', async () => {
    expectGolden('cli/analyze-rows.txt', (await analyze(rich, rows)).output);
  });

  test('of rows, for a pull request', async () => {
    expectGolden('cli/analyze-rows.md', (await analyze(rich, rows, { format: 'markdown' })).output);
  });

  test('as a page: one file that loads nothing', async () => {
    const { output } = await analyze(rich, rows, { format: 'html' });
    expect(output).not.toMatch(/<script|src=|href=|url\(/);
    expectGolden('cli/analyze-rows.html', output);
  });

  test('names from files are text in a page', async () => {
    const named = example.replaceAll('one_click_checkout', '"<img src=x onerror=alert(1)>"');
    const { output } = await analyze(named, counts, { format: 'html' });
    expect(output).not.toContain('<img');
  });

  test('data that cannot be used: the line, exit code 2, and JSON that is whole', async () => {
    const csv = 'variant,conversion\ncontrol,1\ntreatment,\n';
    const ended = await analyze(example, csv);
    expect(ended).toMatchObject({ exitCode: 2, output: '', changedPlan: null });
    expect(ended.messages[0]).toMatch(/^results\.csv:3:1: error: "conversion" is empty/);
    const { output } = await analyze(example, csv, { format: 'json' });
    expect(JSON.parse(output)).toMatchObject({
      analysis: null,
      diagnostics: [{ file: 'results.csv', line: 3, code: 'data-hole' }],
    });
  });

  test('an interruption says nothing about half of the data', async () => {
    const signal = { aborted: false };
    let chunks = 0;
    const ended = await analyze(example, rows, {
      signal,
      onProgress: () => {
        chunks += 1;
        signal.aborted = chunks === 3;
      },
    });
    expect(chunks).toBe(3);
    expect(ended).toMatchObject({ exitCode: 130, output: '', changedPlan: null });
  });

  test('the result is written as a small edit of the plan', async () => {
    const { changedPlan, exitCode } = await analyze(example, counts, {
      writeResultOn: '2027-03-22',
    });
    expect(exitCode).toBe(0);
    expect(changedPlan?.startsWith(example.trimEnd())).toBe(true);
    expect(changedPlan?.slice(example.trimEnd().length).trim()).toBe(
      `result:
  variant: treatment
  estimate: { absolute: 0.00334073 }
  interval: [0.00151575, 0.00516571]
  p: 0.000333446
  decision: effect-shown
  metric: conversion
  date: "2027-03-22"`,
    );
    const again = await analyze(changedPlan ?? '', counts, { writeResultOn: '2027-03-22' });
    expect(again.changedPlan).toBe(changedPlan);
  });

  test('before the end there is no result to write', async () => {
    const early = 'variant,users,conversion\ncontrol,27200,1394\ntreatment,27100,1480\n';
    const ended = await analyze(example, early, { writeResultOn: '2027-03-22' });
    expect(ended).toMatchObject({ exitCode: 2, changedPlan: null });
    expect(ended.messages.at(-1)).toMatch(/says to go on/);
  });
});

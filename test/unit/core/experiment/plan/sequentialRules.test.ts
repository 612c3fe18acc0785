import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';

function planText(design: string): string {
  return [
    'version: 1',
    'flag: checkout',
    'variants: [{ name: control, weight: 50 }, { name: treatment, weight: 50 }]',
    'metrics:',
    '  - { name: conversion, role: primary, kind: proportion, baseline: 0.05, minimumDetectableEffect: { relative: 0.1 } }',
    `design: { ${design} }`,
    '',
  ].join('\n');
}

/** The code of the one diagnostic, the text at its place, and its message. */
function refusal(design: string) {
  const text = planText(design);
  const { plan, diagnostics } = parsePlan(text);
  expect(plan).toBeNull();
  expect(diagnostics).toHaveLength(1);
  const [diagnostic] = diagnostics;
  const { start, end } = diagnostic?.span ?? { start: { line: 0, column: 0 }, end: null };
  const line = text.split('\n')[start.line] ?? '';
  return {
    code: diagnostic?.code,
    message: diagnostic?.message ?? '',
    at: line.slice(start.column, end?.column),
  };
}

describe('sequential designs that are no designs', () => {
  test.each([
    ['analysis: group-sequential, looks: 0', 'plan-value-type', '0', '"looks"'],
    ['analysis: group-sequential, looks: 366', 'plan-value-type', '366', 'from 1 to 365'],
    ['analysis: group-sequential, looks: [0.5, 0.4, 1]', 'plan-looks-not-rising', '0.4', 'look 2'],
    ['analysis: group-sequential, looks: [0.5, 0.5, 1]', 'plan-looks-not-rising', '0.5', 'look 2'],
    [
      'analysis: group-sequential, looks: [0.5, 0.8]',
      'plan-looks-unfinished',
      '0.8',
      'End the list with 1',
    ],
    [
      'analysis: group-sequential, looks: 3, bounds: custom, spending: [0.001, 0.01, 0.06]',
      'plan-spending-exceeds-level',
      '0.06',
      'more than the significance level of 0.05',
    ],
    [
      'analysis: group-sequential, looks: 3, bounds: custom, spending: [0.01, 0.001, 0.05]',
      'plan-spending-not-rising',
      '0.001',
      '"spending" falls',
    ],
    [
      'analysis: group-sequential, looks: 2, bounds: custom, spending: [0.01, 0.02, 0.05]',
      'plan-spending-length',
      '[0.01, 0.02, 0.05]',
      '3 values for 2 looks',
    ],
    [
      'analysis: group-sequential, bounds: power, exponent: -1',
      'plan-value-range',
      '-1',
      '"exponent"',
    ],
    [
      'analysis: always-valid, vendor: statsig, method: asymptotic-cs',
      'plan-vendor-method',
      'statsig',
      'method: msprt',
    ],
    [
      'analysis: group-sequential, futility: { bounds: z, z: 0 }',
      'plan-futility-empty',
      '0',
      'sides: one',
    ],
    ['analysis: bayesian, rule: { probability: 0.4 }', 'plan-value-range', '0.4', '"probability"'],
  ])('%s', (design, code, at, part) => {
    const found = refusal(design);
    expect(found.code).toBe(code);
    expect(found.at).toBe(at);
    expect(found.message).toContain(part);
  });

  test.each([
    ['analysis: group-sequential, bounds: custom', '"spending" is missing'],
    ['analysis: bayesian, prior: { kind: normal }', '"deviation" is missing'],
  ])('%s', (design, part) => {
    const { code, message } = refusal(design);
    expect(code).toBe('plan-key-missing');
    expect(message).toContain(part);
  });

  test('looks that rise to 1 are read as they are', () => {
    const { plan } = parsePlan(planText('analysis: group-sequential, looks: [0.25, 0.6, 1]'));
    expect(plan?.design.looks).toEqual([0.25, 0.6, 1]);
  });
});

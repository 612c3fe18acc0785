import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlan } from '../../../../../src/core/experiment/plan/createPlan';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { planSeedOf, type PlanSeed } from '../../../../../src/core/experiment/plan/planSeed';
import type { FlagDefinition, Rollout } from '../../../../../src/core/model/flagDefinition';

const nowhere = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function definition(changes: Partial<FlagDefinition>): FlagDefinition {
  return {
    key: 'one_click_checkout',
    file: 'flags.flagd.json',
    keySpan: nowhere,
    span: nowhere,
    format: 'flagd',
    role: 'provisioning',
    environment: 'default',
    valueType: 'boolean',
    variants: [
      { name: 'on', value: true },
      { name: 'off', value: false },
    ],
    defaultVariant: 'off',
    description: null,
    rollout: { kind: 'everyone', variant: 'off' },
    lifetime: null,
    owner: null,
    created: null,
    expires: null,
    prerequisites: [],
    ...changes,
  };
}

const split: Rollout = {
  kind: 'split',
  shares: [
    { variant: 'on', share: 0.1 },
    { variant: 'off', share: 0.9 },
  ],
};

/** Variants as `name weight` of the plan made from a definition, or from several. */
function check(
  name: string,
  definitions: readonly Partial<FlagDefinition>[],
  expected: readonly string[],
) {
  test(name, () => {
    const flag = {
      key: 'one_click_checkout',
      scope: '.',
      definitions: definitions.map(definition),
      reads: [],
      definitionFiles: [],
    };
    const { plan, diagnostics } = parsePlan(createPlan(planSeedOf(flag)));
    expect(diagnostics).toEqual([]);
    expect(plan!.variants.map((variant) => `${variant.name} ${variant.weight}`)).toEqual(expected);
    expect(plan!.flag).toBe('one_click_checkout');
  });
}

describe('variants of a first plan', () => {
  check(
    'shares are those of the definition, the control comes first',
    [{ rollout: split }],
    ['off 90', 'on 10'],
  );
  check('a definition that divides nobody: each gets the same', [{}], ['off 50', 'on 50']);
  check(
    'a manifest without variants',
    [{ variants: [], rollout: { kind: 'declared' } }],
    ['control 50', 'treatment 50'],
  );
  check('no definition', [], ['control 50', 'treatment 50']);
  check(
    'of several environments the one that divides users',
    [{}, { environment: 'prod', rollout: split }],
    ['off 90', 'on 10'],
  );
  check(
    'what is left behind the rules counts',
    [
      {
        rollout: {
          kind: 'rules',
          rules: [
            { condition: 'email ends with "@a.b"', outcome: { kind: 'everyone', variant: 'on' } },
            { condition: null, outcome: split },
          ],
        },
      },
    ],
    ['off 90', 'on 10'],
  );
  check(
    'targeting that cannot be read',
    [{ rollout: { kind: 'unknown', reason: 'x' } }],
    ['off 50', 'on 50'],
  );
  check(
    'three variants, of which two are in use',
    [
      {
        variants: [
          { name: 'red', value: 'r' },
          { name: 'blue', value: 'b' },
          { name: 'old', value: 'o' },
        ],
        rollout: {
          kind: 'split',
          shares: [
            { variant: 'red', share: 1 / 3 },
            { variant: 'old', share: 2 / 3 },
          ],
        },
      },
    ],
    ['old 66.6667', 'red 33.3333'],
  );
  check(
    'without a telling name the default variant is the control',
    [
      {
        variants: [
          { name: 'red', value: 'r' },
          { name: 'blue', value: 'b' },
        ],
        defaultVariant: 'blue',
        rollout: { kind: 'code-default' },
      },
    ],
    ['blue 50', 'red 50'],
  );
});

describe('the text of a first plan', { timeout: 60_000 }, () => {
  test('is what a person would write', () => {
    expect(
      createPlan({
        flag: 'one_click_checkout',
        description: 'One-click checkout\nfor everyone',
        variants: [
          { name: 'off', share: 0.9 },
          { name: 'on', share: 0.1 },
        ],
      }),
    ).toBe(`# One-click checkout for everyone
version: 1
flag: one_click_checkout
# What you expect to happen, in one sentence.
hypothesis: one_click_checkout raises conversion.
unit: user
# The first variant is the control. Weights are those of the flag's definition. Equal weights need the fewest users.
variants:
  - { name: "off", weight: 90 }
  - { name: "on", weight: 10 }
metrics:
  # PLACEHOLDER: replace the baseline 0.05 by the share of users who convert today,
  # and the effect by the smallest change that is worth acting on.
  - { name: conversion, role: primary, kind: proportion, baseline: 0.05, direction: increase, minimumDetectableEffect: { relative: 0.05 } }
design: { significanceLevel: 0.05, power: 0.8, sides: two, analysis: fixed-horizon }
# PLACEHOLDER: replace 1000 by the number of users who get here for the first time on an average day.
traffic: { newUnitsPerDay: 1000, exposedShare: 1 }
`);
  });

  test('is a plan without an error, whatever the flag and its variants are called', () => {
    const name = fc.string({ unit: 'binary', maxLength: 30 });
    const seed: fc.Arbitrary<PlanSeed> = fc.record({
      flag: name.filter((key) => /\S/.test(key)),
      description: fc.option(name),
      variants: fc.option(
        fc.uniqueArray(fc.record({ name, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
          selector: (variant) => variant.name,
          maxLength: 5,
        }),
      ),
    });
    fc.assert(
      fc.property(seed, (given) => {
        const { plan, diagnostics } = parsePlan(createPlan(given));
        expect(diagnostics).toEqual([]);
        expect(plan!.flag).toBe(given.flag);
      }),
      { numRuns: 100 },
    );
  });
});

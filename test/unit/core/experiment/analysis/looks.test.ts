import { describe, expect, test } from 'vitest';
import { lookOf, plannedUnits } from '../../../../../src/core/experiment/analysis/lookOf';
import type { PlanDesign } from '../../../../../src/core/experiment/plan/planSchema';
import { examplePlan, planWith } from '../../../../support/examplePlan';
import { analysed } from '../../../../support/readResults';

const sequential = (design: Partial<PlanDesign>) =>
  planWith({ design: { analysis: 'group-sequential', looks: 5, ...design } });

function at(plan: typeof examplePlan, share: number) {
  return lookOf(plan, Math.round(share * (plannedUnits(plan) ?? NaN)));
}

describe('which look the data are', () => {
  test('one look at the half and one at the end have 8.31 % false alarms (Armitage, McPherson and Rowe)', () => {
    const look = at(examplePlan, 0.5);
    expect(look).toMatchObject({ isPlanned: false, isLast: false });
    expect(look.falseAlarms).toBeCloseTo(0.0831, 4);
    expect(look.message).toContain('8.31 %');
  });

  test('the end of a fixed horizon is planned', () => {
    expect(at(examplePlan, 1)).toMatchObject({ isPlanned: true, isLast: true, falseAlarms: null });
  });

  test('the second of five looks of Pocock has the bound 2.4132 (Jennison and Turnbull, table 2.1)', () => {
    const look = at(sequential({ bounds: 'pocock' }), 0.4);
    expect(look).toMatchObject({ isPlanned: true, look: 2, looks: 5 });
    expect(look.upper).toBeCloseTo(2.4132, 4);
  });

  test('a look between those of the plan is called unplanned, with its error', () => {
    const look = at(sequential({ bounds: 'pocock' }), 0.5);
    expect(look).toMatchObject({ isPlanned: false, look: null });
    // Six looks at the constant of five: above 5 %, below those of a seventh look's worth.
    expect(look.falseAlarms).toBeGreaterThan(0.05);
    expect(look.falseAlarms).toBeLessThan(0.06);
  });

  test('Lan-DeMets spending places the bound of an early look by what is spent by then (gsDesign: 2.9626 at half)', () => {
    const look = at(sequential({ looks: 2 }), 0.5);
    expect(look.upper).toBeCloseTo(2.96258804272757, 6);
  });

  test('the bound decides, not 1.96', () => {
    const plan = sequential({});
    const units = Math.round(0.1 * (plannedUnits(plan) ?? NaN));
    const csv = (share: number) =>
      `variant,users,conversion\ncontrol,${units},${Math.round(units * 0.052)}\ntreatment,${units},${Math.round(units * share)}\n`;
    const mild = analysed(plan, csv(0.0565));
    expect(mild.comparisons[0]?.p).toBeLessThan(0.05);
    expect(mild).toMatchObject({ decision: 'continue', keep: null });
    const strong = analysed(plan, csv(0.068));
    expect(strong).toMatchObject({ decision: 'effect-shown', keep: 'treatment' });
  });

  test('an always valid p-value is significant where the interval leaves out 0', () => {
    const plan = planWith({ design: { analysis: 'always-valid', vendor: 'growthbook' } });
    const csv = (successes: number) =>
      `variant,users,conversion\ncontrol,25000,1300\ntreatment,25000,${successes}\n`;
    for (const successes of [1350, 1400, 1450, 1500, 1550]) {
      const [answer] = analysed(plan, csv(successes)).comparisons;
      const isOut = (answer?.interval?.low ?? 0) > 0;
      expect((answer?.alwaysValidP ?? 1) <= 0.05).toBe(isOut);
      expect(answer?.verdict === 'shown').toBe(isOut);
    }
    // Half width in standard errors at 50,000 units: 3.24172 (GrowthBook, N* = 5,000).
    const [answer] = analysed(plan, csv(1450)).comparisons;
    const { interval, standardError } = answer ?? {};
    const half = ((interval?.high ?? NaN) - (interval?.low ?? NaN)) / 2;
    expect(half / (standardError ?? NaN)).toBeCloseTo(3.24172314540544, 6);
  });

  test('a Bayesian plan answers with its posterior (R: 0.996283 for 201/801 against 251/751)', () => {
    const plan = planWith({
      design: { analysis: 'bayesian', prior: { kind: 'beta', alpha: 1, beta: 1 } },
    });
    const csv = 'variant,users,conversion\ncontrol,1000,200\ntreatment,1000,250\n';
    const [answer] = analysed(plan, csv).comparisons;
    expect(answer?.posterior?.probabilityToBeat).toBeCloseTo(0.996283329130441, 9);
    expect(answer?.posterior?.expectedLoss).toBeCloseTo(2.13636268026056e-5, 11);
    expect(answer?.verdict).toBe('shown');
  });
});

describe('the sample ratio comes first', () => {
  test('a mismatch is loud, and nothing is decided', () => {
    const plan = planWith({ design: { sampleSizePerVariant: 800_000 } });
    const csv = 'variant,users,conversion\ncontrol,821588,42000\ntreatment,815482,45000\n';
    const found = analysed(plan, csv);
    expect(found).toMatchObject({ decision: 'untrustworthy', keep: null });
    expect(found.sentence).toMatch(/^SAMPLE RATIO MISMATCH: do not trust/);
    // Fabijan et al. 2019: p = 1.8E-6.
    expect(found.sampleRatio?.p).toBeCloseTo(1.82179287261919e-6, 12);
  });
});

describe('metrics together', () => {
  test('guardrails, corrections and segments', () => {
    const plan = planWith({
      weights: [1, 1, 1],
      design: { correction: 'holm', sampleSizePerVariant: 1000 },
      moreMetrics: [
        {
          name: 'errors',
          role: 'guardrail',
          direction: 'decrease',
          baseline: 0.05,
          margin: { absolute: 0.05 },
        },
      ],
    });
    const csv = [
      'variant,users,conversion,errors,segment',
      'control,500,100,25,new',
      'control,500,100,25,old',
      'treatment,500,150,25,new',
      'treatment,500,130,75,old',
      'second,500,110,25,new',
      'second,500,125,20,old',
    ].join('\n');
    const found = analysed(plan, csv);
    const primary = found.comparisons.filter(({ role }) => role === 'primary');
    const p = primary.map((each) => each.p);
    // Holm: the smaller doubled, the larger itself.
    expect(primary[0]?.adjustedP).toBeCloseTo(2 * (p[0] ?? NaN), 12);
    expect(primary[1]?.adjustedP).toBeCloseTo(Math.max(2 * (p[0] ?? NaN), p[1] ?? NaN), 12);
    const guardrails = found.comparisons.filter(({ role }) => role === 'guardrail');
    expect(guardrails.map(({ guardrail }) => guardrail)).toEqual(['hurt', 'held']);
    expect(found.decision).toBe('guardrail-hurt');
    expect(found.segments).toHaveLength(4);
    expect(found.segments.every((each) => each.adjustedP >= each.p)).toBe(true);
  });
});

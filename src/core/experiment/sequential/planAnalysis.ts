import type { PlanDesign } from '../plan/planSchema';
import type { EfficacyPlan, FutilityPlan } from './boundPlan';
import type { Spending } from './spending';

/** Which always valid interval; see `AlwaysValidRule`. */
export type AlwaysValidForm = 'asymptotic-cs' | 'growthbook' | 'eppo' | 'msprt' | 'statsig';

/** What is believed before the data. */
export type PlanPrior =
  | { readonly kind: 'flat' }
  /** Of the effect, treatment less control, in the metric's own unit. */
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  /** Of each variant's share. */
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number };

/** When a variant is chosen. */
export type DecisionRule = { readonly probability: number } | { readonly expectedLoss: number };

/** How a plan's data are looked at; `fractions` are the shares of all units at the looks, rising to 1. */
export type PlanAnalysis =
  | { readonly kind: 'fixed-horizon' }
  | {
      readonly kind: 'group-sequential';
      readonly fractions: readonly number[];
      readonly efficacy: EfficacyPlan;
      readonly futility?: FutilityPlan;
      readonly isFutilityBinding: boolean;
    }
  | {
      readonly kind: 'always-valid';
      readonly fractions: readonly number[];
      readonly form: AlwaysValidForm;
      /** Units at which it is tightest; null: those that one look would need. */
      readonly tuning: number | null;
      /** Standard deviation of the mixed effects in smallest effects to detect. */
      readonly mixing: number;
    }
  | {
      readonly kind: 'bayesian';
      readonly fractions: readonly number[];
      readonly prior: PlanPrior;
      readonly rule: DecisionRule;
    };

const usualLooks = { 'group-sequential': 5, 'always-valid': 14, bayesian: 1 } as const;

/** A plan's way of analysing, with what it leaves out filled in. */
export function planAnalysis(design: PlanDesign): PlanAnalysis {
  switch (design.analysis) {
    case 'fixed-horizon':
      return { kind: 'fixed-horizon' };
    case 'group-sequential': {
      const futility = futilityOf(design);
      return {
        kind: 'group-sequential',
        fractions: fractionsOf(design, usualLooks['group-sequential']),
        efficacy: efficacyOf(design),
        isFutilityBinding: design.futility?.binding ?? false,
        ...(futility !== null && { futility }),
      };
    }
    case 'always-valid':
      return alwaysValid(design);
    case 'bayesian':
      return {
        kind: 'bayesian',
        fractions: fractionsOf(design, usualLooks.bayesian),
        prior: priorOf(design),
        rule: design.rule ?? { probability: 0.95 },
      };
  }
}

function fractionsOf({ looks }: PlanDesign, usual: number): readonly number[] {
  if (typeof looks === 'object') return looks;
  const count = looks ?? usual;
  return Array.from({ length: count }, (_, i) => (i + 1) / count);
}

function spendingOf(
  kind: 'lan-demets-pocock' | 'lan-demets-obrien-fleming' | 'power',
  exponent = 2,
): Spending {
  return kind === 'power' ? { kind, exponent } : { kind };
}

function efficacyOf(design: PlanDesign): EfficacyPlan {
  const { bounds = 'lan-demets-obrien-fleming', exponent, spending = [] } = design;
  switch (bounds) {
    case 'pocock':
      return { kind: 'shape', shape: 0.5 };
    case 'obrien-fleming':
      return { kind: 'shape', shape: 0 };
    case 'custom': {
      const shares = spending.map((spent) => spent / design.significanceLevel);
      return { kind: 'spending', spending: { kind: 'shares', shares } };
    }
    default:
      return { kind: 'spending', spending: spendingOf(bounds, exponent) };
  }
}

function futilityOf({ futility }: PlanDesign): FutilityPlan | null {
  if (futility === undefined) return null;
  if (futility.bounds === 'z') return { kind: 'z', z: futility.z ?? 0 };
  return { kind: 'spending', spending: spendingOf(futility.bounds, futility.exponent) };
}

/** Tuning that a vendor sets where its user does not. */
const usualTuning = { growthbook: 5000, eppo: 10_000 } as const;

function alwaysValid(design: PlanDesign): PlanAnalysis {
  const { method = 'asymptotic-cs', vendor, tuning, mixing = 1 } = design;
  const usual = vendor === 'growthbook' || vendor === 'eppo' ? usualTuning[vendor] : null;
  return {
    kind: 'always-valid',
    fractions: fractionsOf(design, usualLooks['always-valid']),
    form: vendor ?? method,
    tuning: tuning ?? usual,
    mixing,
  };
}

function priorOf({ prior }: PlanDesign): PlanPrior {
  switch (prior?.kind) {
    case 'normal':
      return { kind: 'normal', mean: prior.mean ?? 0, deviation: prior.deviation ?? Infinity };
    case 'beta':
      return { kind: 'beta', alpha: prior.alpha ?? 1, beta: prior.beta ?? 1 };
    default:
      return { kind: 'flat' };
  }
}

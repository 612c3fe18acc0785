import { countOf } from '../../report/countOf';
import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { EfficacyPlan } from './boundPlan';
import type { AlwaysValidForm, PlanAnalysis } from './planAnalysis';
import type { Spending } from './spending';

type Looking = Exclude<PlanAnalysis, { readonly kind: 'fixed-horizon' }>;

/** How an analysis is called, and where it is described. */
export interface AnalysisName {
  readonly name: string;
  readonly source: string;
}

const lanDemets = 'Lan and DeMets, Biometrika 70, 1983, 659-663';
const jennison = 'Jennison and Turnbull, Group Sequential Methods, 2000';
const waudbySmith =
  'Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Annals of Statistics 52, 2024, equations 9 and 161';

const forms: Readonly<Record<AlwaysValidForm, AnalysisName>> = {
  'asymptotic-cs': { name: 'Asymptotic confidence sequence', source: waudbySmith },
  growthbook: {
    name: "Asymptotic confidence sequence in GrowthBook's form",
    source: `GrowthBook, gbstats, sequential_interval_halfwidth; ${waudbySmith}`,
  },
  eppo: {
    name: "Confidence sequence in Eppo's form",
    source:
      'Eppo documentation, Statistical nitty-gritty; Howard, Ramdas, McAuliffe and Sekhon, Annals of Statistics 49, 2021, equation 14',
  },
  msprt: {
    name: 'Mixture sequential probability ratio test',
    source: 'Johari, Koomen, Pekelis and Walsh, Operations Research 70, 2022, 1806-1821',
  },
  statsig: {
    name: "Mixture sequential probability ratio test in Statsig's form",
    source: 'Statsig documentation, Frequentist Sequential Testing; Zhao et al., arXiv 1905.10493',
  },
};

/** The analysis in words. */
export function analysisName(analysis: Looking, sides: 1 | 2): AnalysisName {
  const looks = countOf(analysis.fractions.length, 'look');
  const sided = sides === 2 ? 'two-sided' : 'one-sided';
  const { name, source } = baseName(analysis);
  return { name: `${name}, ${looks}, ${sided}`, source };
}

function baseName(analysis: Looking): AnalysisName {
  switch (analysis.kind) {
    case 'group-sequential': {
      const { name, source } = efficacyName(analysis.efficacy);
      const binding = analysis.isFutilityBinding ? 'binding' : 'non-binding';
      return {
        name: analysis.futility === undefined ? name : `${name} with ${binding} futility bounds`,
        source,
      };
    }
    case 'always-valid':
      return forms[analysis.form];
    case 'bayesian': {
      const { rule, prior } = analysis;
      const when =
        'probability' in rule
          ? `a probability to beat of ${formatPercent(rule.probability)}`
          : `an expected loss of ${formatDecimal(rule.expectedLoss, 4)}`;
      return {
        name: `Bayesian decision at ${when}, ${prior.kind} prior`,
        source: 'Gelman et al., Bayesian Data Analysis, 3rd edition 2013, chapter 2',
      };
    }
  }
}

function efficacyName(efficacy: EfficacyPlan): AnalysisName {
  switch (efficacy.kind) {
    case 'shape':
      return {
        name: efficacy.shape === 0 ? "O'Brien-Fleming bounds" : 'Pocock bounds',
        source: `${jennison}, chapter 2`,
      };
    case 'flat-then-rest':
      return { name: 'Haybittle-Peto bounds', source: `${jennison}, chapter 2` };
    case 'spending':
      return spendingName(efficacy.spending);
  }
}

function spendingName(spending: Spending): AnalysisName {
  switch (spending.kind) {
    case 'lan-demets-obrien-fleming':
      return { name: "Lan-DeMets spending of the O'Brien-Fleming type", source: lanDemets };
    case 'lan-demets-pocock':
      return { name: 'Lan-DeMets spending of the Pocock type', source: lanDemets };
    case 'power':
      return {
        name: `Power-family spending with exponent ${formatDecimal(spending.exponent, 4)}`,
        source: 'Kim and DeMets, Biometrika 74, 1987, 149-154',
      };
    case 'shares':
      return { name: "Spending as the plan's list says", source: `${jennison}, chapter 7` };
  }
}

import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { planAnalysis } from '../sequential/planAnalysis';
import type { Plan } from '../plan/planSchema';
import { adjustForBefore } from './adjustForBefore';
import { alwaysValidAt } from './alwaysValid';
import type { Adjustment, ComparisonAnswer, LookAnswer, Verdict } from './analysis';
import type { MetricData } from './data/metricData';
import { hypothesisTest, type HypothesisTest } from './hypothesisTest';
import { metricValueOf } from './metricValueOf';
import { posteriorOf, posteriorVerdict } from './posteriorOf';
import type { Question } from './question';
import type { AnalysisMethod, Arm, TestInput } from './tests/analysisMethod';
import { type Evidence, noEffect } from './tests/evidence';
import { normalTest } from './tests/normalTest';
import { type AnalysisTest, analysisMethods } from './tests/registry';
import { sharesOf } from './tests/sharesOf';

/** What all comparisons of an analysis share. */
export interface AnalysisContext {
  readonly plan: Plan;
  readonly look: LookAnswer;
  readonly seed: number;
  /** Tests other than the plan's, by metric. */
  readonly tests: Readonly<Record<string, AnalysisTest>>;
}

/** A comparison with what the correction for several needs. */
export interface Compared {
  readonly answer: ComparisonAnswer;
  readonly notes: readonly string[];
  readonly question: Question;
}

/** The test of a metric: the one asked for, or the plan's. */
export function testOf(metric: Question['metric'], tests: AnalysisContext['tests']): AnalysisTest {
  return tests[metric.name] ?? metric.test;
}

/** Compares one treatment with the control on one metric. The data have been found fit for the test. */
export function compareArms(
  context: AnalysisContext,
  data: MetricData,
  question: Question,
): Compared {
  const { metric, treatmentIndex } = question;
  const id = testOf(metric, context.tests);
  const method = analysisMethods[id] as AnalysisMethod;
  const input: TestInput = {
    metric,
    control: armOf(data, 0),
    treatment: armOf(data, treatmentIndex),
    pairs: data.pairs?.[treatmentIndex] ?? null,
    seed: context.seed,
  };
  const adjusted = data.hasBefore && method.adjusts ? adjustedInput(input) : null;
  const raw = method.evidence(input);
  // Adjusted values are no longer shares: their variance is measured.
  const adjustedMethod = metric.kind === 'proportion' ? normalTest : method;
  const evidence = adjusted === null ? raw : adjustedMethod.evidence(adjusted.input);
  const found = judged(context, { question, evidence, input: adjusted?.input ?? input });
  const control = metricValueOf(metric, input.control);
  const difference =
    evidence.scale === 'difference'
      ? evidence.estimate
      : metricValueOf(metric, input.treatment) - control;
  const names = context.plan.variants.map(({ name }) => name);
  const isPlanned = id === metric.test;
  const answer: ComparisonAnswer = {
    metric: metric.name,
    role: metric.role,
    treatment: names[treatmentIndex] ?? '',
    control: { variant: names[0] ?? '', units: input.control.sums.units, value: control },
    arm: {
      variant: names[treatmentIndex] ?? '',
      units: input.treatment.sums.units,
      value: metricValueOf(metric, input.treatment),
    },
    test: { id, name: method.name, source: method.source, isPlanned },
    hypothesis: question.hypothesis,
    scale: evidence.scale,
    estimate: evidence.estimate,
    standardError: evidence.standardError,
    difference,
    relative: control === 0 ? null : difference / Math.abs(control),
    statistic: evidence.statistic,
    adjustment: adjusted === null ? null : adjustmentOf({ question, raw, evidence, adjusted }),
    ...found,
  };
  return { answer, notes: evidence.notes, question };
}

function armOf(data: MetricData, variant: number): Arm {
  return {
    sums: data.sums[variant]!,
    values: data.values?.[variant] ?? null,
    buckets: data.buckets?.[variant] ?? null,
  };
}

interface AdjustedInput {
  readonly input: TestInput;
  readonly theta: number;
  readonly coverage: number;
}

function adjustedInput(input: TestInput): AdjustedInput | null {
  const found = adjustForBefore(input.control.sums, input.treatment.sums);
  if (found === null) return null;
  return {
    theta: found.theta,
    coverage: found.coverage,
    input: {
      ...input,
      control: { ...input.control, sums: found.control },
      treatment: { ...input.treatment, sums: found.treatment },
    },
  };
}

function adjustmentOf({
  question,
  raw,
  evidence,
  adjusted,
}: {
  readonly question: Question;
  readonly raw: Evidence;
  readonly evidence: Evidence;
  readonly adjusted: AdjustedInput;
}): Adjustment {
  const interval = raw.interval(tailOf(question)) ?? { low: NaN, high: NaN };
  const [before, after] = [raw.standardError ?? NaN, evidence.standardError ?? NaN];
  return {
    theta: adjusted.theta,
    coverage: adjusted.coverage,
    varianceRatio: (after / before) * (after / before),
    raw: { estimate: raw.estimate, ...interval, p: hypothesisTest(raw, question).p },
  };
}

/** What an interval leaves out on a side. */
function tailOf({ significanceLevel, sides, hypothesis }: Question): number {
  return hypothesis === 'equivalence' ? significanceLevel : significanceLevel / sides;
}

type Judged = Pick<
  ComparisonAnswer,
  'interval' | 'p' | 'adjustedP' | 'alwaysValidP' | 'z' | 'posterior' | 'verdict' | 'guardrail'
>;

function judged(
  context: AnalysisContext,
  {
    question,
    evidence,
    input,
  }: { readonly question: Question; readonly evidence: Evidence; readonly input: TestInput },
): Judged {
  const found = hypothesisTest(evidence, question);
  const z = zOf(evidence, { question, found });
  const tail = tailOf(question);
  const base: Judged = {
    interval: intervalAt(evidence, question, tail),
    p: found.p,
    adjustedP: null,
    alwaysValidP: null,
    z,
    posterior: null,
    verdict: fixedVerdict(found, { question, tail }),
    guardrail: null,
  };
  if (question.metric.role === 'guardrail') {
    return { ...base, guardrail: guardrailOf(found, { question, tail }) };
  }
  if (question.comparison === null) return base;
  return byDesign(context, { question, evidence, input, base });
}

/** Two-sided: both ways; else the planned direction, and harm where it is as clear. */
function fixedVerdict(
  found: HypothesisTest,
  { question, tail }: { readonly question: Question; readonly tail: number },
): Verdict {
  if (found.pBetter <= tail) return 'shown';
  if (question.hypothesis === 'superiority' && question.sides === 1) return 'not-shown';
  return found.pWorse <= tail ? 'wrong-way' : 'not-shown';
}

function guardrailOf(
  found: HypothesisTest,
  { question, tail }: { readonly question: Question; readonly tail: number },
): 'held' | 'hurt' | 'open' {
  if (question.hypothesis !== 'superiority' && found.p <= tail) return 'held';
  return found.pWorse <= tail ? 'hurt' : 'open';
}

/** Standardised in the good direction: what the bounds of several looks are compared with. */
function zOf(
  evidence: Evidence,
  { question, found }: { readonly question: Question; readonly found: HypothesisTest },
): number {
  if (question.hypothesis !== 'superiority') return -normalQuantile(found.p);
  const twoSided = evidence.pValue(noEffect(evidence.scale), 'two-sided');
  const size = twoSided >= 1 ? 0 : -normalQuantile(twoSided / 2);
  return found.pBetter <= found.pWorse ? size : -size;
}

function intervalAt(
  evidence: Evidence,
  { sides, hypothesis, better }: Question,
  tail: number,
): ComparisonAnswer['interval'] {
  const both = evidence.interval(tail);
  if (both === null) return null;
  if (sides === 2 || hypothesis === 'equivalence') {
    return { ...both, confidenceLevel: 1 - 2 * tail };
  }
  return better === 1
    ? { low: both.low, high: Infinity, confidenceLevel: 1 - tail }
    : { low: -Infinity, high: both.high, confidenceLevel: 1 - tail };
}

/** The plan's own rule, where it is not one look at the end. */
function byDesign(
  context: AnalysisContext,
  {
    question,
    evidence,
    input,
    base,
  }: {
    readonly question: Question;
    readonly evidence: Evidence;
    readonly input: TestInput;
    readonly base: Judged;
  },
): Judged {
  const { look, plan } = context;
  const analysis = planAnalysis(plan.design);
  const { comparison, sides, better } = question;
  if (comparison === null) return base;
  const difference = evidence.scale === 'difference' ? evidence.estimate : base.z * better;
  const standardError =
    evidence.scale === 'difference' && evidence.standardError !== null ? evidence.standardError : 1;
  switch (analysis.kind) {
    case 'fixed-horizon':
      return base;
    case 'group-sequential': {
      if (look.upper === null) return { ...base, interval: null, verdict: 'not-shown' };
      const isHarm = look.lower !== null && base.z <= look.lower;
      const verdict = base.z >= look.upper ? 'shown' : isHarm ? 'wrong-way' : 'not-shown';
      return {
        ...base,
        interval: intervalAt(evidence, question, normalUpperTail(look.upper)),
        verdict,
      };
    }
    case 'always-valid': {
      const { multiplier, p } = alwaysValidAt(
        analysis,
        comparison,
        look.plannedUnits ?? look.units,
        {
          control: input.control.sums,
          treatment: input.treatment.sums,
          estimate: base.z * standardError,
          standardError,
        },
      );
      const isHarm = sides === 2 && base.z <= -multiplier;
      const verdict = base.z >= multiplier ? 'shown' : isHarm ? 'wrong-way' : 'not-shown';
      const interval = intervalAt(evidence, question, normalUpperTail(multiplier));
      const level = 1 - question.significanceLevel;
      return {
        ...base,
        alwaysValidP: sides === 1 && base.z < 0 ? 1 : p,
        interval: interval === null ? null : { ...interval, confidenceLevel: level },
        verdict,
      };
    }
    case 'bayesian': {
      const posterior = posteriorOf(analysis, {
        better,
        estimate: difference,
        standardError,
        shares: question.metric.kind === 'proportion' ? sharesOf(input) : null,
        probability: 1 - question.significanceLevel,
      });
      return { ...base, posterior, verdict: posteriorVerdict(analysis, posterior) };
    }
  }
}

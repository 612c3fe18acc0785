import { analysisMethods, type AnalysisTest } from '../experiment/analysis/tests/registry';
import type { Comparison } from '../experiment/size/comparison';
import { decidingComparison } from '../experiment/size/decidingComparison';
import { chooseEngine } from './engines/chooseEngine';
import type { RuleTerms } from './rules/analysisRule';
import { analysisRules } from './rules/registry';
import { lookAt, type RunRule, runRule } from './rules/runRule';
import { type RunDesign, runDesign, unitsByDayOf } from './runDesign';
import type { SimulationRefusal } from './simulationRefusal';
import type { SimulationRequest } from './simulationRequest';
import { evidenceReader } from './statistics/evidenceReader';
import { differenceReader, type ReadDifference } from './statistics/measuredDifference';
import { statisticOf } from './statistics/statisticOf';

interface NamedRule {
  readonly id: string;
  readonly title: string;
  readonly terms: RuleTerms;
}

type Prepared =
  | { readonly kind: 'design'; readonly design: RunDesign }
  | ({ readonly kind: 'refused' } & SimulationRefusal);

function refused(code: string, message: string): Prepared {
  return { kind: 'refused', code, message };
}

/** Everything that replications share: the engine, the rules with their bounds and looks, the worlds. */
export function prepareRun(
  request: SimulationRequest,
  size: { readonly total: number; readonly days: number },
): Prepared {
  const { plan } = request;
  const comparison = decidingComparison(plan)?.comparison;
  if (comparison === undefined) return refused('no-size', 'The plan has no sample size.');
  const named = namedRules(request, comparison);
  if (typeof named === 'string') return refused('rule-unusable', named);
  const tests = [...new Set(named.map(({ terms }) => terms.test))];
  const engine = chooseEngine(comparison, {
    rules: tests,
    wanted: request.engine,
    simulation: plan.simulation,
    isFixedSplit: request.split === 'fixed',
  });
  if (engine.kind === 'refused') return refused('cannot-simulate', engine.message);
  const read = readerOf(comparison, engine.isTotals);
  const rules: Omit<RunRule, 'effectSteps' | 'noneSteps'>[] = [];
  for (const rule of withPeeking(named, request)) {
    const statistic = statisticOf(rule.terms.test, comparison, read);
    if (statistic === null) {
      const message = `"${comparison.metric.name}" is tested by "${rule.terms.test}", which cannot be simulated yet.`;
      return refused('cannot-simulate', message);
    }
    const unitsByDay = unitsByDayOf(plan, size);
    const made = runRule(rule, { comparison, total: size.total, unitsByDay, statistic, read });
    rules.push(rule.id === peekingId ? atEveryDay(made, { ...size, unitsByDay }) : made);
  }
  const design = runDesign(request, { ...size, engine, rules, read });
  if (design === null) return refused('no-size', 'The plan has no sample size.');
  return { kind: 'design', design };
}

/** Ranks and quantiles are read off the values, all others off sums. */
function readerOf({ metric }: Comparison, isTotals: boolean): ReadDifference {
  const method = analysisMethods[metric.test];
  const isOfValues = metric.kind === 'rank' || metric.kind === 'quantile';
  return isOfValues && method !== null
    ? evidenceReader(method, metric)
    : differenceReader(metric.kind, { isTotals });
}

/** The plan's own rule and those asked for; a sentence where one cannot be used. */
function namedRules(
  { rules = [] }: SimulationRequest,
  comparison: Comparison,
): readonly NamedRule[] | string {
  const { metric, analysis } = comparison;
  const own = { test: metric.test as AnalysisTest, analysis };
  const named: NamedRule[] = [{ id: 'plan', title: `The plan's own: ${metric.test}`, terms: own }];
  for (const id of rules) {
    const rule = analysisRules.find((each) => each.id === id);
    if (rule === undefined) {
      return `There is no rule "${id}". There are: ${analysisRules.map((each) => each.id).join(', ')}.`;
    }
    const terms = rule.terms(comparison);
    if (typeof terms === 'string') return terms;
    named.push({ id, title: rule.title, terms });
  }
  return named;
}

const peekingId = 'peeking';

function withPeeking(
  named: readonly NamedRule[],
  { only }: SimulationRequest,
): readonly NamedRule[] {
  const [own, ...others] = named;
  if (own === undefined || only === 'power') return named;
  const peeking: NamedRule = {
    id: peekingId,
    title: 'The same test, looked at every day',
    terms: { test: own.terms.test, analysis: { kind: 'fixed-horizon' } },
  };
  return [own, peeking, ...others];
}

/** A rule of one look, used at the end of every day that brings somebody. */
function atEveryDay(
  rule: Omit<RunRule, 'effectSteps' | 'noneSteps'>,
  when: { readonly total: number; readonly unitsByDay: readonly number[] },
): Omit<RunRule, 'effectSteps' | 'noneSteps'> {
  const { prepared } = rule;
  const units = [...new Set(when.unitsByDay)].filter((by) => by > 0);
  return {
    ...rule,
    formula: null,
    looks: units.map((by) => lookAt(by, when)),
    prepared: {
      ...prepared,
      fractions: units.map((by) => by / when.total),
      boundsAt: (launch, step) => prepared.boundsAt(launch, step, 0),
    },
  };
}

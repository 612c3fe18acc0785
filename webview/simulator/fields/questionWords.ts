import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SolvedAnswer } from '../../../src/core/experiment/size/solvedAnswer';
import type { SolveFor } from '../../../src/core/experiment/size/solveFor';
import { formatCount, formatPercent } from '../../../src/core/report/formatNumber';
import { differenceInWords, metricNamed } from '../../../src/core/report/metricWords';
import { percentInWords } from '../../../src/core/report/numberWords';
import { questionTexts as texts } from './texts';

/** What a quantity is to the question: asked for, given by the plan, or what follows from the rest. */
export type QuantityRole = 'computed' | 'given' | 'follows';

/** Which quantities the plan itself gives, for each question. */
export function roleOf(quantity: SolveFor, asked: SolveFor, { design }: Plan): QuantityRole {
  if (quantity === asked) return 'computed';
  if (quantity === 'power' || quantity === 'effect' || quantity === 'share') return 'given';
  const isGivenSize = asked === 'power' || asked === 'effect';
  const bySize = design.sampleSizePerVariant !== undefined;
  if (quantity === 'sample-size') return isGivenSize && bySize ? 'given' : 'follows';
  return asked === 'share' || (isGivenSize && !bySize) ? 'given' : 'follows';
}

interface Known {
  readonly plan: Plan;
  /** Null where the question has no answer yet. */
  readonly size: SolvedAnswer | null;
}

function effectOf({ plan, size }: Known): string {
  const primary = plan.metrics.find(({ role }) => role === 'primary');
  const metric = metricNamed(plan, size?.decidingMetric ?? primary?.name ?? '');
  if (size !== null) {
    const value = size.margin ?? size.absoluteEffect;
    const sign = size.margin === null && value > 0 ? '+' : '';
    const found = size.solveFor !== 'effect' || size.solved !== null;
    return found ? `${sign}${differenceInWords(metric, value)}` : texts.unknown;
  }
  const effect = metric?.minimumDetectableEffect;
  if (effect === undefined) return texts.unknown;
  return 'relative' in effect
    ? texts.ofBaseline(percentInWords(effect.relative))
    : differenceInWords(metric, effect.absolute);
}

function sizeOf(role: QuantityRole, { plan, size }: Known): string {
  const { sampleSizePerVariant } = plan.design;
  if (role === 'given' && sampleSizePerVariant !== undefined) {
    return texts.perVariant(formatCount(sampleSizePerVariant));
  }
  return size === null ? texts.unknown : texts.inAll(formatCount(size.total));
}

function daysOf(role: QuantityRole, { plan, size }: Known): string {
  const days = role === 'given' ? plan.design.days : size?.days;
  return days === undefined || days === null ? texts.unknown : texts.days(formatCount(days));
}

/** A quantity's value in words, a dash where there is none. */
export function valueOf(quantity: SolveFor, role: QuantityRole, known: Known): string {
  const { plan, size } = known;
  switch (quantity) {
    case 'sample-size':
      return sizeOf(role, known);
    case 'duration':
      return daysOf(role, known);
    case 'effect':
      return effectOf(known);
    case 'power':
      if (role !== 'computed') return formatPercent(plan.design.power);
      return size === null ? texts.unknown : formatPercent(size.power);
    case 'share': {
      const share = role === 'computed' ? (size?.solved ?? null) : plan.traffic.exposedShare;
      return share === null ? texts.unknown : formatPercent(share);
    }
  }
}

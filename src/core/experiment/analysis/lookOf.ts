import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { countOf } from '../../report/countOf';
import { formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import { analysedRecursion } from '../sequential/analysedRecursion';
import { crossingProbabilities, totalOf } from '../sequential/crossingProbabilities';
import type { LookBound } from '../sequential/lookBound';
import { recursionOver } from '../sequential/recursion';
import { situationAt } from '../size/analysedMethod';
import type { Comparison } from '../size/comparison';
import { decidingComparison } from '../size/decidingComparison';
import { givenTotal } from '../size/givenTotal';
import { sizeMethods } from '../size/sizeMethods';
import { sizeProblems } from '../size/sizeProblems';
import { totalOf as totalNeeded, wholeSizes } from '../size/wholeSizes';
import type { LookAnswer } from './analysis';

/** A look this near to a planned one, in shares of all units, is that one. */
const near = 0.02;

/** Units that the plan has at its end: what it fixes, or what it needs; null where it cannot be sized. */
export function plannedUnits(plan: Plan): number | null {
  const need = sizeProblems(plan).length === 0 ? decidingComparison(plan) : null;
  if (need === null) return null;
  const total = givenTotal(plan) ?? totalNeeded(plan, wholeSizes(plan, need.total));
  return Math.ceil(total * (plan.telemetry?.sampledShare ?? 1));
}

type Place = Omit<LookAnswer, 'upper' | 'lower' | 'futility' | 'falseAlarms'>;

/** Which look this is, what its bounds are, and what it does to the error if the plan did not foresee it. */
export function lookOf(plan: Plan, units: number): LookAnswer {
  const planned = plannedUnits(plan);
  const deciding = planned === null ? null : decidingComparison(plan);
  const open = { upper: null, lower: null, futility: null, falseAlarms: null };
  if (planned === null || deciding === null) {
    return {
      ...open,
      units,
      plannedUnits: null,
      fraction: null,
      look: null,
      looks: 1,
      isPlanned: plan.design.analysis !== 'group-sequential',
      isLast: true,
      message:
        'The plan cannot be sized, so it is not known which of its looks this is: it is taken for the last.',
    };
  }
  const fraction = units / planned;
  const { comparison } = deciding;
  switch (comparison.analysis.kind) {
    case 'fixed-horizon':
      return fixedLook(comparison, { units, planned, fraction, unit: plan.unit });
    case 'group-sequential':
      return groupLook(comparison, { units, planned, fraction, unit: plan.unit });
    case 'always-valid':
      return {
        ...open,
        ...placeAmong(comparison.analysis.fractions, { units, planned, fraction }),
        isPlanned: true,
        message: `${shareOf(fraction, planned, plan.unit)}; the analysis holds at any look.`,
      };
    case 'bayesian': {
      const place = placeAmong(comparison.analysis.fractions, { units, planned, fraction });
      return {
        ...open,
        ...place,
        message: place.isPlanned
          ? `${shareOf(fraction, planned, plan.unit)}: look ${place.look} of ${place.looks}.`
          : `UNPLANNED LOOK at ${shareOf(fraction, planned, plan.unit)}. The posterior holds, but deciding by it at looks that the plan did not count makes wrong decisions more likely than the plan says.`,
      };
    }
  }
}

interface Moment {
  readonly units: number;
  readonly planned: number;
  readonly fraction: number;
  readonly unit: string;
}

function shareOf(fraction: number, planned: number, unit: string): string {
  return `${formatPercent(fraction)} of the ${countOf(planned, unit)} planned`;
}

function placeAmong(
  fractions: readonly number[],
  { units, planned, fraction }: Omit<Moment, 'unit'>,
): Omit<Place, 'message'> {
  const isLast = fraction >= 1 - near;
  const found = fractions.findIndex((each) => Math.abs(each - fraction) <= near);
  const index = isLast ? fractions.length - 1 : found;
  return {
    units,
    plannedUnits: planned,
    fraction,
    isPlanned: index >= 0,
    isLast,
    look: index >= 0 ? index + 1 : null,
    looks: fractions.length,
  };
}

function criticalOf({ significanceLevel, sides }: Comparison): number {
  return -normalQuantile(significanceLevel / sides);
}

function boundAt(fraction: number, upper: number, sides: 1 | 2): LookBound {
  return { fraction, upper, lower: sides === 2 ? -upper : -Infinity, futility: null };
}

/** Chance to cross at some look without an effect. */
function falseAlarmsOf(looks: readonly LookBound[]): number {
  const { success, wrong } = crossingProbabilities(recursionOver(looks), 0);
  return totalOf(success) + totalOf(wrong);
}

function fixedLook(comparison: Comparison, moment: Moment): LookAnswer {
  const { fraction, planned, unit } = moment;
  const { sides } = comparison;
  const upper = criticalOf(comparison);
  const place = placeAmong([1], moment);
  const bounds = { upper, lower: sides === 2 ? -upper : null, futility: null };
  if (place.isLast) {
    const later =
      fraction > 1 + near
        ? ' More came than planned, which harms nothing as long as nobody looked before.'
        : '';
    return {
      ...place,
      ...bounds,
      falseAlarms: null,
      message: `${shareOf(fraction, planned, unit)}: the planned end.${later}`,
    };
  }
  const falseAlarms = falseAlarmsOf([boundAt(fraction, upper, sides), boundAt(1, upper, sides)]);
  return {
    ...place,
    ...bounds,
    falseAlarms,
    message: `UNPLANNED LOOK at ${shareOf(fraction, planned, unit)}. The plan has one look, at its end: who stops at a significant result now, and looks again at the end otherwise, has ${formatPercent(falseAlarms)} false alarms instead of ${formatPercent(comparison.significanceLevel)}. Take no decision before the end.`,
  };
}

function groupLook(comparison: Comparison, moment: Moment): LookAnswer {
  const { analysis, significanceLevel } = comparison;
  if (analysis.kind !== 'group-sequential') return fixedLook(comparison, moment);
  const { fraction, planned, unit } = moment;
  const situation = situationAt(
    sizeMethods[comparison.metric.test],
    comparison,
    planned / comparison.inflation,
  );
  const place = placeAmong(analysis.fractions, moment);
  if (place.look !== null) {
    const fractions = analysis.fractions.map((each, k) => {
      if (k !== (place.look as number) - 1 || place.isLast) return each;
      return Math.min(0.999, fraction);
    });
    const { looks } = analysedRecursion({ ...analysis, fractions }, situation);
    return {
      ...place,
      ...boundsOf(looks[place.look - 1] as LookBound),
      falseAlarms: null,
      message: `${shareOf(fraction, planned, unit)}: look ${place.look} of ${place.looks}. Its bounds count on the looks before it having been held as planned.`,
    };
  }
  const { looks } = analysedRecursion(analysis, situation);
  const next = looks.find((look) => look.fraction > fraction) as LookBound;
  const own = insertedBound(comparison, { fraction, next });
  const all = [...looks, own].sort((a, b) => a.fraction - b.fraction);
  const falseAlarms = falseAlarmsOf(all);
  return {
    ...place,
    ...boundsOf(own),
    falseAlarms,
    message: `UNPLANNED LOOK at ${shareOf(fraction, planned, unit)}. The plan looks at ${analysis.fractions.map((each) => formatPercent(each)).join(', ')}; ${own.upper === next.upper ? 'judged by the bound of the next of them' : 'it is judged by the bound of its spending function at this share. In place of one of these looks it costs nothing, as long as the data did not choose the time'}; beside all of them ${errorInWords(falseAlarms, significanceLevel)}`,
  };
}

/** The bound at a look that the plan does not have: by its spending function as if it were planned, else that of the next look. */
function insertedBound(
  comparison: Comparison,
  { fraction, next }: { readonly fraction: number; readonly next: LookBound },
): LookBound {
  const { analysis } = comparison;
  if (
    analysis.kind !== 'group-sequential' ||
    analysis.efficacy.kind !== 'spending' ||
    analysis.efficacy.spending.kind === 'shares'
  ) {
    return { ...next, fraction, futility: null };
  }
  const fractions = [...analysis.fractions.filter((each) => each < fraction), fraction, 1];
  const { futility: _futility, ...efficacy } = analysis;
  const situation = situationAt(sizeMethods[comparison.metric.test], comparison, 1);
  const { looks } = analysedRecursion({ ...efficacy, fractions }, situation);
  return { ...(looks.at(-2) as LookBound), futility: null };
}

function boundsOf({
  upper,
  lower,
  futility,
}: LookBound): Pick<LookAnswer, 'upper' | 'lower' | 'futility'> {
  return {
    upper: Number.isFinite(upper) ? upper : null,
    lower: Number.isFinite(lower) ? lower : null,
    futility,
  };
}

function errorInWords(falseAlarms: number, level: number): string {
  const [now, planned] = [formatPercent(falseAlarms), formatPercent(level)];
  return now === planned
    ? `there still are ${now} false alarms, if the data did not choose the time.`
    : `there are ${now} false alarms where the plan allows ${planned}.`;
}

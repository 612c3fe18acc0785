import { formatPercent } from '../../../report/formatNumber';
import { hasUnequalWeights } from '../hasUnequalWeights';
import type { Plan } from '../../plan/planSchema';
import type { Comparison } from '../comparison';
import { planComparisons } from '../planComparisons';
import type { SizeNote } from '../sizeAnswer';
import type { PlannerTool } from './plannerTool';

/** What of the plan the tool ignores where that changes its number, then what else to know about it. */
export function matchNotes(
  plan: Plan,
  tool: PlannerTool,
  comparison: Comparison,
): readonly SizeNote[] {
  const ignored = ignoredParts(plan, tool).map((part) => ({
    code: 'match-ignores',
    message: `${capital(tool.name)} ignores ${part}.`,
  }));
  const quirks = tool.quirks({ ...comparison, ...asPlanned(comparison) });
  return [...ignored, ...quirks.map((message) => ({ code: 'match-quirk', message }))];
}

/** The plan’s own baseline and effect, before the tool turned them. */
function asPlanned({ trueBaseline, metric, effect }: Comparison) {
  const size = Math.abs(effect);
  return { baseline: trueBaseline, effect: metric.direction === 'decrease' ? -size : size };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function ignoredParts(plan: Plan, { reads, correction, looks }: PlannerTool): readonly string[] {
  const { significanceLevel, power, sides, correction: planned = 'none' } = plan.design;
  const comparisons = planComparisons(plan);
  const level = formatPercent(significanceLevel);
  const parts: readonly (readonly [boolean, string])[] = [
    [
      !reads.significanceLevel && significanceLevel !== 0.05,
      `the plan’s significance level (${level}): its number is for about 5 %`,
    ],
    [
      !reads.power && power !== 0.8,
      `the plan’s power (${formatPercent(power)}): its number is for 80 %`,
    ],
    [
      !reads.sides && sides === 'one',
      'that the plan’s test is one-sided: its number is for two sides',
    ],
    [
      !reads.weights && hasUnequalWeights(plan),
      'the plan’s split: its number is for variants of equal size; the power said is that of as many units in all, split as the plan says',
    ],
    [
      comparisons.length > 1 && planned !== 'none' && correction === 'none',
      `the plan’s correction for several comparisons (${planned})`,
    ],
    [
      comparisons.some(
        ({ analysis }) => analysis.kind !== 'fixed-horizon' && looks?.(analysis) !== true,
      ),
      'that the plan looks early: its number is for one look at the end',
    ],
    [
      comparisons.some(({ inflation, attenuation }) => inflation !== 1 || attenuation !== 1),
      'what stretches this plan’s size (clusters, observations, covariates, labels, dilution or sampling)',
    ],
  ];
  return parts.filter(([isIgnored]) => isIgnored).map(([, part]) => part);
}

import type { Diagnostic } from '../../../model/diagnostic';
import { countOf } from '../../../report/countOf';
import type { Plan } from '../../plan/planSchema';
import type { BareAverage } from './countsReader';
import { dataProblem } from './dataProblem';

/** Averages cannot be compared without their spread: the larger one may be a single unit's. */
export function bareAverageProblems(
  plan: Plan,
  averages: readonly BareAverage[],
): readonly Diagnostic[] {
  const names = [...new Set(averages.map(({ metric }) => metric))];
  return names.map((name) => {
    const said = averages
      .filter(({ metric }) => metric === name)
      .map(
        ({ variant, units, text }) =>
          `${text} of ${countOf(units, plan.unit)} in ${plan.variants[variant]?.name ?? ''}`,
      )
      .join(' against ');
    return dataProblem(
      'data-average-without-spread',
      1,
      `"${name}" is an average without its spread (${said}): how far such averages differ by chance depends on how far ${countOf(2, plan.unit).slice(2)} differ, which is not in the file. Give a row for each ${plan.unit} (variant,${name}), or a column "${name}_deviation" with the standard deviation.`,
    );
  });
}

/** Each variant has somebody in it. */
export function variantProblems(plan: Plan, units: readonly number[]): readonly Diagnostic[] {
  return plan.variants.flatMap(({ name, weight }, i) =>
    units[i] === 0 && weight > 0
      ? [
          dataProblem(
            'data-variant-missing',
            1,
            `No row is of the variant "${name}". Add its rows; a variant that nobody can get belongs out of the plan.`,
          ),
        ]
      : [],
  );
}

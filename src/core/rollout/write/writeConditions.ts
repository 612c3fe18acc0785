import type { Verdict, VerdictTable } from '../model/verdictTable';

/** The conditions of a metric; one that is not needed is left out. */
export interface WrittenConditions {
  readonly successCondition?: string;
  readonly failureCondition?: string;
}

/** Conditions of Argo Rollouts with these verdicts: both only where some values are inconclusive. */
export function writeConditions(table: VerdictTable): WrittenConditions {
  const all = [...table.at, ...table.between, table.empty, table.notANumber];
  if (all.every((verdict) => verdict === 'pass')) return {};
  const success = { successCondition: conditionFor('pass', table) };
  if (!all.includes('inconclusive')) return success;
  return { ...success, failureCondition: conditionFor('fail', table) };
}

function conditionFor(wanted: Verdict, table: VerdictTable): string {
  const value = 'result[0]';
  const { breaks, at, between, empty, notANumber } = table;
  const terms: string[] = notANumber === wanted ? [`isNaN(${value})`] : [];
  between.forEach((verdict, i) => {
    const [low, high] = [breaks[i - 1], breaks[i]];
    if (verdict === wanted) {
      const bounds = [
        ...(low === undefined ? [] : [`${value} > ${low}`]),
        ...(high === undefined ? [] : [`${value} < ${high}`]),
      ];
      terms.push(bounds.length === 0 ? `${value} == ${value}` : `(${bounds.join(' && ')})`);
    }
    if (high !== undefined && at[i] === wanted) terms.push(`${value} == ${high}`);
  });
  const ofValue = terms.length === 0 ? `${value} != ${value} && ${value} == 0` : terms.join(' || ');
  if (empty === 'error') return ofValue;
  // Without data there is no first sample to ask about.
  return empty === wanted ? `len(result) == 0 || ${ofValue}` : `len(result) > 0 && (${ofValue})`;
}

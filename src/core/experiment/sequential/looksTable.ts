import type { SequentialAnswer } from './sequentialAnswer';
import { plural } from '../../report/countOf';
import { formatCount, formatDecimal, formatPercent } from '../../report/formatNumber';

/** The looks of a plan as a table, for people: numbers as text, a row a look. */
export interface LooksTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The looks of a plan: when they are, what stops there, and how likely that is. */
export function looksTable(unit: string, { looks, stopProbability }: SequentialAnswer): LooksTable {
  const hasFutility = looks.some(({ futilityBound }) => futilityBound !== null);
  const rows = looks.map((look, k) => [
    formatCount(look.look),
    formatPercent(look.fraction),
    formatCount(look.total),
    look.day === null ? '-' : formatCount(look.day),
    zInWords(look.bound),
    ...(hasFutility ? [zInWords(look.futilityBound)] : []),
    chanceInWords(look.nominalLevel),
    chanceInWords(stopProbability.null[k] ?? 0),
    chanceInWords(stopProbability.effect[k] ?? 0),
  ]);
  const futility = hasFutility ? ['futility z'] : [];
  const chances = ['p-value', 'stops, no effect', 'stops, effect'];
  const titles = ['look', 'share', plural(unit), 'day', 'bound z', ...futility, ...chances];
  return { titles, rows };
}

function zInWords(z: number | null): string {
  return z === null ? '-' : z.toFixed(4);
}

function chanceInWords(chance: number): string {
  return chance > 0 && chance < 1e-6 ? chance.toExponential(1) : formatDecimal(chance, 3);
}

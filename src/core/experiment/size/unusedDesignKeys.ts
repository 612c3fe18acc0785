import type { PlanDesign } from '../plan/planSchema';

type Key = keyof PlanDesign;

/** Which keys each way of analysing reads. */
const usedBy: Readonly<Record<PlanDesign['analysis'], readonly Key[]>> = {
  'fixed-horizon': [],
  'group-sequential': ['looks', 'bounds', 'exponent', 'spending', 'futility'],
  'always-valid': ['looks', 'method', 'vendor', 'tuning', 'mixing'],
  bayesian: ['looks', 'prior', 'rule'],
};

const all: readonly Key[] = [...new Set(Object.values(usedBy).flat())];

/** Keys of a design that are written but change nothing for its way of analysing. */
export function unusedDesignKeys(design: PlanDesign): readonly string[] {
  const { analysis, bounds, vendor, method } = design;
  const used = new Set<Key>(usedBy[analysis]);
  if (bounds !== 'power') used.delete('exponent');
  if (bounds !== 'custom') used.delete('spending');
  const isMixture = vendor === undefined ? method === 'msprt' : vendor === 'statsig';
  used.delete(isMixture ? 'tuning' : 'mixing');
  if (vendor === 'statsig') used.delete('mixing');
  return all.filter((key) => design[key] !== undefined && !used.has(key));
}

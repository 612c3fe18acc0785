import type { Plan } from '../plan/planSchema';
import { sizeMethods } from './sizeMethods';

/** More looks than this take longer to work out than people type. */
const mostLooks = 60;

/** Whether the size of a plan takes longer than there is between two keys: exact tests, many looks. */
export function takesLong({ metrics, design }: Plan): boolean {
  const { analysis, looks = 1 } = design;
  const count = typeof looks === 'number' ? looks : looks.length;
  return (
    (analysis !== 'fixed-horizon' && count > mostLooks) ||
    metrics.some(({ test }) => sizeMethods[test].exact === true)
  );
}

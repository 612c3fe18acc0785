import { fTail } from './fTail';

/** P(F <= f) of the F distribution with df1 and df2 degrees of freedom. Formula, range and accuracy: `fTail`. */
export function fCdf(f: number, df1: number, df2: number): number {
  return fTail('lower', f, df1, df2);
}

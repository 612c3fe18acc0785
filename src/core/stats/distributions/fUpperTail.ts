import { fTail } from './fTail';

/** P(F > f) of the F distribution with df1 and df2 degrees of freedom. Formula, range and accuracy: `fTail`. */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return fTail('upper', f, df1, df2);
}

import { bayesianLooks } from '../bayesian/bayesianLooks';
import { alwaysValidLooks } from './alwaysValidLooks';
import type { AnalysisSituation } from './analysisSituation';
import type { PlanAnalysis } from './planAnalysis';
import { type Recursion, recursionOver } from './recursion';
import { solveDesign } from './solveDesign';

/** Designs are asked for again and again while a plan is drawn; so many are remembered. */
const mostRemembered = 20;

const remembered = new Map<string, Recursion>();

/** The bounds of a plan's analysis in a situation, with the experiments that reach each look. */
export function analysedRecursion(
  analysis: Exclude<PlanAnalysis, { readonly kind: 'fixed-horizon' }>,
  situation: AnalysisSituation,
): Recursion {
  switch (analysis.kind) {
    case 'group-sequential': {
      const { significanceLevel, sides, power } = situation;
      const request = { ...analysis, significanceLevel, sides, power };
      return remember(JSON.stringify(request), () => solveDesign(request).recursion);
    }
    case 'always-valid':
      return recursionOver(alwaysValidLooks(analysis, situation));
    case 'bayesian':
      return recursionOver(bayesianLooks(analysis, situation));
  }
}

function remember(key: string, compute: () => Recursion): Recursion {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const recursion = compute();
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, recursion);
  return recursion;
}

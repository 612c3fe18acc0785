import type { SizeWarning } from './sizeAnswer';
import { sizeWarnings } from './sizeWarnings';
import type { SizedPlan } from './sizedPlan';

/** What a plan's text has to be warned of: without what only follows from the answer. */
export function planWarnings(sized: SizedPlan): readonly SizeWarning[] {
  return sizeWarnings(sized).filter((warning) => !isInTheAnswer(sized, warning));
}

/** A duration that follows from the traffic is nowhere in the file; the answer's sentence says the whole weeks beside it. */
function isInTheAnswer({ plan: { design } }: SizedPlan, { code }: SizeWarning): boolean {
  return code === 'whole-weeks' && design.days === undefined;
}

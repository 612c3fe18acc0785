import type { SizeWarning } from '../sizeAnswer';
import type { SizedPlan } from '../sizedPlan';

/** One way in which plans go wrong though they can be sized. */
export interface Misuse {
  /** Stable: `peeking`. */
  readonly id: string;
  /** For people: `Looking early at a test meant for one look`. */
  readonly name: string;
  /** What is wrong in this plan, why, and a way out; null where nothing is. */
  readonly find: (sized: SizedPlan) => SizeWarning | null;
}

import type { SizeNote } from '../sizeAnswer';
import type { PlannerToolId } from './plannerTool';

/** Another planner’s number for a plan, beside what it is worth. */
export interface ToolMatch {
  readonly tool: PlannerToolId;
  readonly name: string;
  /** For one variant (the control), rounded as the tool does. */
  readonly shownByTool: number;
  /** Power of the plan’s own test at the size of the answer, 0 to 1. */
  readonly truePower: number;
  /** Units in all variants that the plan’s own test needs. */
  readonly ownTotal: number;
  /** What of the plan the tool does not read, and what else to know. */
  readonly notes: readonly SizeNote[];
}

import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';

type Parent = Record<string | number, unknown>;

/** The plan as data after edits of its file; missing parents are made. */
export function applyPlanEdits(plan: Plan, edits: readonly PlanEdit[]): unknown {
  const next = structuredClone(plan) as unknown as Parent;
  for (const edit of edits) {
    const last = edit.path.at(-1);
    if (last === undefined) continue;
    let parent = next;
    for (const step of edit.path.slice(0, -1)) {
      parent[step] ??= {};
      parent = parent[step] as Parent;
    }
    if ('value' in edit) parent[last] = structuredClone(edit.value);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return next;
}

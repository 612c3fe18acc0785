import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';

type Parent = Record<string | number, unknown>;

/** The plan after edits of its file, on plain data. */
export function applyEdits(plan: Plan, edits: readonly PlanEdit[]): Plan {
  const next = structuredClone(plan) as unknown as Parent;
  for (const edit of edits) {
    const last = edit.path.at(-1);
    if (last === undefined) throw new Error('An edit needs a path.');
    let parent = next;
    for (const step of edit.path.slice(0, -1)) {
      // A part of the plan that is left out is made, as in the file.
      parent[step] ??= {};
      parent = parent[step] as Parent;
    }
    if ('value' in edit) parent[last] = structuredClone(edit.value);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return next as unknown as Plan;
}

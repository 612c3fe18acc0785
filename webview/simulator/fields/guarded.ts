import { planSchema, type Plan } from '../../../src/core/experiment/plan/planSchema';
import { applyPlanEdits } from './applyPlanEdits';
import { invalid } from './fieldKinds';
import type { FieldGroup, FieldRow, PlanField } from './planField';
import { guardTexts as texts } from './texts';

interface MetricLike {
  minimumDetectableEffect?: { absolute?: number };
}

/** What reading has filled in and no file may say: no effect to detect, beside a margin. */
function withoutFilled(data: unknown): unknown {
  const { metrics = [] } = data as { metrics?: MetricLike[] };
  for (const metric of metrics) {
    if (metric.minimumDetectableEffect?.absolute === 0) delete metric.minimumDetectableEffect;
  }
  return data;
}

/** Why a plan with these edits could not be read; null where it could. */
function refusalOf(plan: Plan, edits: Parameters<typeof applyPlanEdits>[1]): string | null {
  const { success, error } = planSchema.safeParse(withoutFilled(applyPlanEdits(plan, edits)));
  if (success) return null;
  const [first] = error.issues;
  return first?.code === 'custom' ? first.message : texts.refused;
}

function guardedField(plan: Plan, field: PlanField): PlanField {
  return {
    ...field,
    enter: (text) => {
      const entry = field.enter(text);
      if (entry.kind === 'invalid' || entry.edits.length === 0) return entry;
      const refusal = refusalOf(plan, entry.edits);
      return refusal === null ? entry : invalid(refusal);
    },
  };
}

/** The same inputs, none of which writes a plan that cannot be read: what two values ask of each other is checked too. */
export function guarded(plan: Plan, groups: readonly FieldGroup[]): readonly FieldGroup[] {
  const rowsOf = (rows: readonly FieldRow[]) =>
    rows.map((row) => ({ ...row, fields: row.fields.map((field) => guardedField(plan, field)) }));
  return groups.map((group) => ({
    ...group,
    rows: rowsOf(group.rows),
    more: rowsOf(group.more ?? []),
  }));
}

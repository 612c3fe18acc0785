import type { FieldRow, PlanField } from './planField';

/** A row for each field. */
export function rowsOf(fields: readonly PlanField[]): readonly FieldRow[] {
  return fields.map((field) => ({ id: field.id, fields: [field], commands: [] }));
}

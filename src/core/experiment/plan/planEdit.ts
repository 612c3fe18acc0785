import type { JsonPath, JsonValue } from '../../model/json';

/** Set the value at `path` (missing parents are made); without `value`: remove it. */
export interface PlanEdit {
  readonly path: JsonPath;
  readonly value?: JsonValue;
}

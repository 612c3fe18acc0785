import { planFile } from '../../../src/core/experiment/plan/planFile';
import type { JsonPath } from '../../../src/core/model/json';
import { fieldAt, type NumberRange } from '../../../src/core/schema/fieldNode';

/** Bounds of the number at a path of plan files, read off the one schema. Throws where the schema has no number. */
export function fileRange(path: JsonPath): NumberRange {
  const shape = fieldAt(planFile.field, path)?.shape;
  if (shape?.kind !== 'number') throw new Error(`No number at ${path.join('.')}.`);
  return shape.range;
}

/** Most characters of the text at a path of plan files. */
export function longestText(path: JsonPath): number {
  const shape = fieldAt(planFile.field, path)?.shape;
  if (shape?.kind !== 'text') throw new Error(`No text at ${path.join('.')}.`);
  return shape.maxLength;
}

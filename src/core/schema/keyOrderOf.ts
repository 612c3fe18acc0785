import type { JsonPath } from '../model/json';
import { fieldAt, type FieldNode, fieldsOf } from './fieldNode';

/** The keys of the group at a path, in the schema's order; none where the schema knows no group there. */
export function keyOrderOf(root: FieldNode): (path: JsonPath) => readonly string[] {
  return (path) => {
    const field = fieldAt(root, path);
    return field ? [...fieldsOf(field.shape).keys()] : [];
  };
}

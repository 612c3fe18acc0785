import type { JsonPath, JsonValue } from '../model/json';
import type { FieldHelp } from './fieldHelp';

/** A schema as plain data: what may stand at one place of a file. Everything but `help` is read off the checks themselves. */
export interface FieldNode {
  readonly help: FieldHelp | null;
  readonly required: boolean;
  /** Undefined where leaving the field out means that there is none; for a group: where its own fields have defaults. */
  readonly default?: JsonValue;
  readonly shape: FieldShape;
}

export type FieldShape =
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, FieldNode> }
  /** A map whose keys are names that the user chooses. */
  | { readonly kind: 'record'; readonly value: FieldNode }
  | {
      readonly kind: 'list';
      readonly item: FieldNode;
      readonly minItems: number;
      readonly maxItems: number;
    }
  | { readonly kind: 'number'; readonly range: NumberRange }
  | { readonly kind: 'text'; readonly maxLength: number; readonly pattern: RegExp | null }
  | { readonly kind: 'boolean' }
  /** One of several fixed values. */
  | { readonly kind: 'choice'; readonly values: readonly (string | number | boolean | null)[] }
  /** One of several shapes, told apart by the kind of value or, among maps, by their keys. */
  | { readonly kind: 'either'; readonly options: readonly FieldNode[] }
  | { readonly kind: 'anything' };

/** Bounds of a number; infinite where there is none. */
export interface NumberRange {
  readonly low: number;
  readonly lowExcluded: boolean;
  readonly high: number;
  readonly highExcluded: boolean;
  readonly whole: boolean;
}

/** All fields that can stand directly in a map of this shape: of an `either`, those of all its maps. */
export function fieldsOf(shape: FieldShape): ReadonlyMap<string, FieldNode> {
  if (shape.kind === 'map') return shape.fields;
  if (shape.kind !== 'either') return new Map();
  return new Map(shape.options.flatMap((option) => [...fieldsOf(option.shape)]));
}

function childOfShape(shape: FieldShape, segment: string | number): FieldNode | undefined {
  switch (shape.kind) {
    case 'map':
      return shape.fields.get(String(segment));
    case 'record':
      return typeof segment === 'string' ? shape.value : undefined;
    case 'list':
      return typeof segment === 'number' ? shape.item : undefined;
    case 'either':
      return shape.options
        .map((option) => childOfShape(option.shape, segment))
        .find((child) => child !== undefined);
    default:
      return undefined;
  }
}

/** The field a path leads to; undefined where the schema knows none. */
export function fieldAt(root: FieldNode, path: JsonPath): FieldNode | undefined {
  let node: FieldNode | undefined = root;
  for (const segment of path) node = node && childOfShape(node.shape, segment);
  return node;
}

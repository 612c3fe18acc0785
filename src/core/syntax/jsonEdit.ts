import type { JsonPath, JsonValue } from '../model/json';

/** One step of change to a JSON value. `insert`: a new item of the list at `path`, before the one at `index`. */
export type JsonEdit =
  | { readonly kind: 'set'; readonly path: JsonPath; readonly value: JsonValue }
  | { readonly kind: 'remove'; readonly path: JsonPath }
  | {
      readonly kind: 'insert';
      readonly path: JsonPath;
      readonly index: number;
      readonly value: JsonValue;
    };

/** A JSON object; null for every other value. */
export function jsonObject(
  value: JsonValue | undefined,
): Readonly<Record<string, JsonValue>> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, JsonValue>>) : null;
}

/** A JSON array; null for every other value. */
export function jsonArray(value: JsonValue | undefined): readonly JsonValue[] | null {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : null;
}

/** Same JSON; the order of an object's members does not count. */
export function jsonEquals(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  const items = jsonArray(one);
  const otherItems = jsonArray(other);
  if (items && otherItems) {
    if (items.length !== otherItems.length) return false;
    return items.every((item, index) => jsonEquals(item, otherItems[index]));
  }
  const members = jsonObject(one);
  const otherMembers = jsonObject(other);
  if (!members || !otherMembers) return false;
  const keys = Object.keys(members);
  if (keys.length !== Object.keys(otherMembers).length) return false;
  return keys.every(
    (key) => Object.hasOwn(otherMembers, key) && jsonEquals(members[key], otherMembers[key]),
  );
}

/** `value` inside new objects and lists, one for each segment of the path; a number makes a list with one item. */
export function jsonNested(path: JsonPath, value: JsonValue): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const inner = jsonNested(rest, value);
  return typeof first === 'number' ? [inner] : { [first]: inner };
}

function changeList(items: readonly JsonValue[], edit: JsonEdit): JsonValue {
  const [index, ...rest] = edit.path;
  if (index === undefined) {
    return edit.kind === 'insert' ? items.toSpliced(edit.index, 0, edit.value) : [...items];
  }
  const at = Number(index);
  if (!rest.length && edit.kind === 'remove') return items.toSpliced(at, 1);
  return items.toSpliced(at, 1, applyJsonEdit(items[at], { ...edit, path: rest }));
}

/**
 * The value after an edit. Objects and lists that are missing on the way are made. Assumes that the path fits the
 * value: a number for a list, a name for an object.
 */
export function applyJsonEdit(value: JsonValue | undefined, edit: JsonEdit): JsonValue {
  const [first, ...rest] = edit.path;
  if (first === undefined && edit.kind === 'set') return edit.value;
  const items = jsonArray(value);
  if (items) return changeList(items, edit);
  if (first === undefined) return value ?? null;
  const members = jsonObject(value);
  if (!members) return edit.kind === 'set' ? jsonNested(edit.path, edit.value) : (value ?? null);
  const { [first]: inner, ...others } = members;
  if (edit.kind === 'remove' && !rest.length) return others;
  if (edit.kind === 'remove' && inner === undefined) return value ?? null;
  return { ...members, [first]: applyJsonEdit(inner, { ...edit, path: rest }) };
}

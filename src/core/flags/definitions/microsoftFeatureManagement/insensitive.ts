import type { JsonValue } from '../../../model/json';

export type JsonObject = Readonly<Record<string, JsonValue>>;

/** A member by its name; .NET's settings do not tell upper from lower case. The last one of several counts. */
export function insensitive(object: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(object).findLast((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : object[found];
}

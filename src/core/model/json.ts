/** Any value JSON can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Where in a JSON or YAML document a value stands: member names and array indexes from the root. */
export type JsonPath = readonly (string | number)[];

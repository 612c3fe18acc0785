/** Ends an exhaustive `switch`: the compiler refuses it while a case is missing. Throws if it is reached all the same. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Deep equality by value, with both sides in the message: the extension hosts have no common assertion library. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, null, 2));
  if (found !== wanted) throw new Error(`Expected ${wanted}\nbut found ${found}`);
}

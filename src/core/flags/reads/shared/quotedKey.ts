/** How a key stands among the names of readers: calls that are given it as a text are candidates too. */
export function quotedKey(key: string): string {
  return `'${key}'`;
}

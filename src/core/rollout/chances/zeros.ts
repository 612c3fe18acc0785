/** So many zeros, to be filled with chances. */
export function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

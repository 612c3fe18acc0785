/** FNV-1a, 64 bits, as 16 hexadecimal digits. Source: Fowler, Noll, Vo; draft-eastlake-fnv. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    for (const byte of [code & 0xff, code >> 8])
      value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}

/** What a fingerprint is made from. `lineText`: the line the finding is on. */
export interface Fingerprinted {
  readonly rule: string;
  readonly key: string;
  readonly file: string;
  readonly lineText: string;
}

/**
 * Names for findings that stay while lines move: rule, key, file and the line's own text; of findings that have all these in common the
 * first, second, ... are told apart. In the order of the findings, which is that of their places.
 */
export function fingerprints(findings: readonly Fingerprinted[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, key, file, lineText }) => {
    const id = JSON.stringify([rule, key, file, lineText.replace(/\s+/g, ' ').trim()]);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return hash(`${id}#${count}`);
  });
}

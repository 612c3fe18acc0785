/** A text as 32 bits: FNV-1a of its UTF-16 units. */
export function saltOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

/**
 * Hash of a unit, 0 to 2^32 - 1, as good as random over units and over salts: a function of both alone, so that the same
 * unit always has the same variant.
 *
 * Formula: the finaliser of MurmurHash3 (fmix32), twice, the unit in between. Source: Appleby, MurmurHash3.
 */
export function unitHash(salt: number, unit: number): number {
  return mixed(mixed(salt) ^ unit) >>> 0;
}

function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

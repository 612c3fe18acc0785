/** Slots of the largest table: 128 MB. */
const mostSlots = 1 << 24;

/** How full a table may get. */
const fill = 0.75;

/**
 * Numbers units by their names, in the order they come. Names are kept as 64-bit hashes alone: the chance that two of ten
 * million are taken for one is 3 in a million. Holds 12 million units; then it is full.
 */
export class UnitTable {
  #first = new Uint32Array(1 << 12);
  #second = new Uint32Array(1 << 12);
  #numbers: Uint32Array | null;
  #mask = (1 << 12) - 1;
  count = 0;

  /** Without `numbers` it only tells whether a unit was seen. */
  constructor({ numbers }: { readonly numbers: boolean }) {
    this.#numbers = numbers ? new Uint32Array(1 << 12) : null;
  }

  get isFull(): boolean {
    return this.count >= fill * mostSlots;
  }

  /** The number of a unit, from 0: `count` grows if it is new. Without numbers, -1 if it was seen before. */
  find(bytes: Uint8Array, start: number, end: number): number {
    let h1 = 0x9747b28c;
    let h2 = 0x1b873593;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      h1 = Math.imul(h1 ^ word, 0x85ebca6b);
      h1 ^= h1 >>> 13;
      h2 = Math.imul(h2 ^ word, 0xc2b2ae35);
      h2 ^= h2 >>> 16;
    }
    // The length keeps "a" apart from "a" and a zero byte.
    let word = end - start;
    for (; at < end; at += 1) word = Math.imul(word, 257) + (bytes[at] as number) + 1;
    h1 = Math.imul(h1 ^ word, 0x85ebca6b);
    h1 ^= h1 >>> 13;
    h2 = Math.imul(h2 ^ word, 0xc2b2ae35);
    h2 ^= h2 >>> 16;
    h1 = Math.imul(h1 ^ (h1 >>> 16), 0xcc9e2d51) >>> 0;
    h2 = Math.imul(h2 ^ (h2 >>> 15), 0x27d4eb2f) >>> 0;
    h1 = (h1 ^ (h1 >>> 15)) >>> 0;
    // Two zeros mark an empty slot.
    return this.#place(h1, h2 === 0 && h1 === 0 ? 1 : h2);
  }

  #place(h1: number, h2: number): number {
    let slot = h1 & this.#mask;
    for (;;) {
      const one = this.#first[slot] as number;
      const two = this.#second[slot] as number;
      if (one === h1 && two === h2)
        return this.#numbers === null ? -1 : (this.#numbers[slot] as number);
      if (one === 0 && two === 0) break;
      slot = (slot + 1) & this.#mask;
    }
    this.#first[slot] = h1;
    this.#second[slot] = h2;
    const number = this.count;
    if (this.#numbers !== null) this.#numbers[slot] = number;
    this.count = number + 1;
    if (this.count > fill * (this.#mask + 1) && this.#mask + 1 < mostSlots) this.#grow();
    return number;
  }

  #grow(): void {
    const [first, second, numbers] = [this.#first, this.#second, this.#numbers];
    const size = 2 * (this.#mask + 1);
    this.#mask = size - 1;
    this.#first = new Uint32Array(size);
    this.#second = new Uint32Array(size);
    if (numbers !== null) this.#numbers = new Uint32Array(size);
    for (let i = 0; i < first.length; i += 1) {
      const h1 = first[i] as number;
      const h2 = second[i] as number;
      if (h1 === 0 && h2 === 0) continue;
      let slot = h1 & this.#mask;
      while (this.#first[slot] !== 0 || this.#second[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#first[slot] = h1;
      this.#second[slot] = h2;
      if (numbers !== null && this.#numbers !== null) this.#numbers[slot] = numbers[i] as number;
    }
  }
}

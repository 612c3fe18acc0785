/** What is kept of a file's text so that names can be looked for without it. */
export interface FileWords {
  /** Each word's hash once, in no order: a word is ASCII letters, digits, `_` and `$`, and begins with no digit. */
  readonly hashes: Uint32Array;
  /** Whether all bytes are ASCII other than NUL: such a file is text, whatever else it is. */
  readonly isPlain: boolean;
  /** Where the word that was watched for begins. */
  readonly watchedAt: readonly number[];
}

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** 0: no part of a word; 1: a part of one; 2: a digit, which no word begins with. */
const kinds = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$') {
  kinds[character.charCodeAt(0)] = 1;
}
for (const digit of '0123456789') kinds[digit.charCodeAt(0)] = 2;

/** A set of hashes that is emptied by a new stamp. 0 is no hash. */
interface HashTable {
  slots: Uint32Array;
  stamps: Uint32Array;
  stamp: number;
}

const smallest = 4096;
const table: HashTable = {
  slots: new Uint32Array(smallest),
  stamps: new Uint32Array(smallest),
  stamp: 0,
};
/** The hashes of the file at hand, in the order of their first places. */
let found = new Uint32Array(smallest / 2);
let count = 0;

function isNew(hash: number): boolean {
  const { slots, stamps, stamp } = table;
  const mask = slots.length - 1;
  let at = (hash ^ (hash >>> 15)) & mask;
  while (stamps[at] === stamp) {
    if (slots[at] === hash) return false;
    at = (at + 1) & mask;
  }
  stamps[at] = stamp;
  slots[at] = hash;
  return true;
}

function grow(): void {
  const known = found;
  const size = table.slots.length * 2;
  table.slots = new Uint32Array(size);
  table.stamps = new Uint32Array(size);
  table.stamp = 1;
  found = new Uint32Array(size / 2);
  found.set(known);
  for (const hash of known) isNew(hash);
}

function add(hash: number): void {
  if (!isNew(hash)) return;
  found[count++] = hash;
  if (count === found.length) grow();
}

function clear(): void {
  count = 0;
  table.stamp++;
  if (table.stamp < 0xffff_ffff) return;
  table.stamps.fill(0);
  table.stamp = 1;
}

/** The hash of a word by its FNV-1a; never 0. */
function finished(hash: number): number {
  return hash === 0 ? 1 : hash >>> 0;
}

/** The hash of one word. */
export function hashOfWord(word: string): number {
  let hash = basis;
  for (const character of word) hash = Math.imul(hash ^ character.charCodeAt(0), prime);
  return finished(hash);
}

/**
 * The words of a text given as bytes in an encoding that holds ASCII as it is (UTF-8). `watched` is the hash of a word whose
 * places are of interest.
 */
export function wordsOfBytes(bytes: Uint8Array, watched = 0): FileWords {
  clear();
  const watchedAt: number[] = [];
  const end = bytes.length;
  let isPlain = true;
  let at = 0;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    const kind = kinds[byte];
    if (kind === 0) {
      if (byte >= 0x80 || byte === 0) isPlain = false;
      continue;
    }
    const start = at - 1;
    let hash = basis;
    for (;;) {
      hash = Math.imul(hash ^ byte, prime);
      if (at === end) break;
      byte = bytes[at] ?? 0;
      if (kinds[byte] === 0) break;
      at++;
    }
    if (kind !== 1) continue;
    const word = finished(hash);
    if (word === watched) watchedAt.push(start);
    add(word);
  }
  return { hashes: found.slice(0, count), isPlain, watchedAt };
}

/** The words of a text as an editor has it. */
export function wordsOfText(text: string): FileWords {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = Math.min(text.charCodeAt(at), 0x80);
  return wordsOfBytes(bytes);
}

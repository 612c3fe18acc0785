/** The text of a file, or why it has none. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-text'; readonly reason: string };

const chunkSize = 8192;

function notText(reason: string): DecodedText {
  return { kind: 'not-text', reason };
}

/** Text of two-byte units, `first` and `second` saying which byte of a pair is the lower one. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): DecodedText {
  if (bytes.length % 2 === 1) return notText('UTF-16 with half a character at its end');
  const units = new Uint16Array(bytes.length / 2 - 1);
  for (let index = 0; index < units.length; index++) {
    const at = 2 * index + 2;
    units[index] = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8);
  }
  let text = '';
  for (let start = 0; start < units.length; start += chunkSize) {
    text += String.fromCharCode(...units.subarray(start, start + chunkSize));
  }
  return text.includes('\0') ? notText('binary') : { kind: 'text', text };
}

/** Number of continuation bytes after a lead byte, and the bits of it that count; null for no lead byte. */
function leadOf(byte: number): readonly [number, number, number] | null {
  if (byte >= 0xc2 && byte <= 0xdf) return [1, byte & 0x1f, 0x80];
  if (byte >= 0xe0 && byte <= 0xef) return [2, byte & 0x0f, 0x800];
  if (byte >= 0xf0 && byte <= 0xf4) return [3, byte & 0x07, 0x10000];
  return null;
}

const highestCodePoint = 0x10ffff;

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** The character at `at` and where the next one starts; null where the bytes are no UTF-8. */
function characterAt(bytes: Uint8Array, at: number): readonly [number, number] | null {
  const lead = leadOf(bytes[at] ?? 0);
  if (!lead) return null;
  const [count, bits, smallest] = lead;
  let code = bits;
  for (let index = 1; index <= count; index++) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  const isValid = code >= smallest && code <= highestCodePoint && !isSurrogate(code);
  return isValid ? [code, at + count + 1] : null;
}

function asciiEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && (bytes[end] ?? 0) < 0x80) end++;
  return end;
}

function decodeUtf8(bytes: Uint8Array, start: number): DecodedText {
  let text = '';
  let at = start;
  while (at < bytes.length) {
    const end = asciiEnd(bytes, at);
    for (; at < end; at += chunkSize) {
      const chunk = bytes.subarray(at, Math.min(end, at + chunkSize));
      text += String.fromCharCode.apply(null, chunk as unknown as number[]);
    }
    at = end;
    if (at === bytes.length) break;
    const character = characterAt(bytes, at);
    if (!character) return notText(`not valid UTF-8 (byte ${at + 1})`);
    text += String.fromCodePoint(character[0]);
    at = character[1];
  }
  return { kind: 'text', text };
}

/** Whether bytes are the UTF-8 of a text: `decodeText` would give it. False for UTF-16. */
export function isUtf8Text(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return false;
    if (byte < 0x80) at++;
    else {
      const next = characterAt(bytes, at)?.[1];
      if (next === undefined) return false;
      at = next;
    }
  }
  return true;
}

/**
 * Decodes a file: UTF-8, with or without a byte order mark, or UTF-16 with one. The mark is no part of the text.
 * A NUL byte makes a file binary. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 0);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 1);
  if (bytes.includes(0)) return notText('binary');
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return decodeUtf8(bytes, hasMark ? 3 : 0);
}

import { utf8Bytes } from '../../syntax/utf8Bytes';

/** Longest name, in UTF-16 code units of up to three bytes each, before the ending; most file systems allow 255 bytes in all. */
const longestName = 72;

/** Windows keeps these names for devices, whatever ending follows. */
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** `~2f` for a slash: a tilde and two hexadecimal digits for each byte in UTF-8. */
function escaped(character: string): string {
  return utf8Bytes(character)
    .map((byte) => `~${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

/** FNV-1a, 64 bits, as 16 hexadecimal digits. Source: Fowler, Noll, Vo; draft-eastlake-fnv. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of [...text].flatMap(utf8Bytes)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}

function safeName(key: string): string {
  // Letters of other scripts stay, but only in the one form that file systems agree on.
  const kept = key === key.normalize('NFC') ? /[\p{L}\p{Nd}_.-]/u : /[A-Za-z0-9_.-]/;
  const name = [...key]
    .map((character, index) => {
      const isKept = kept.test(character) && !(index === 0 && character === '.');
      return isKept ? character : escaped(character);
    })
    .join('');
  return name.replace(reservedOnWindows, (word) => escaped(word[0]!) + word.slice(1));
}

/**
 * Where the plan of a flag is kept: `experiments/<key>.experiment.yaml`, relative to the workspace folder. Characters
 * that are not safe in file names on every system stand as `~` and their UTF-8 bytes, so that no key leaves the folder and
 * different keys have different names (letter case apart). Very long keys are cut and told apart by a hash.
 */
export function planFileName(flagKey: string): string {
  const name = safeName(flagKey) || '~';
  const short = name.length > longestName ? `${cut(name)}~~${hash(flagKey)}` : name;
  return `experiments/${short}.experiment.yaml`;
}

/** Not in the middle of a character, nor of an escaped one. */
function cut(name: string): string {
  const kept = name.slice(0, longestName - 20);
  return kept.replace(/(~[0-9a-f]?|[\uD800-\uDBFF])$/, '');
}

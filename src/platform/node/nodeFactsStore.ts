import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import nodePath from 'node:path';
import type { FactsStore, StoredFacts } from '../../engine/createFactsCache';

const magic = 'flaglab1';
/** Magic, checksum, length of the JSON. */
const checksumAt = magic.length;
const checksumLength = 16;
const lengthAt = checksumAt + checksumLength;
const bodyAt = lengthAt + 8;
const wordSize = Uint32Array.BYTES_PER_ELEMENT;

function checksumOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, checksumLength);
}

function padded(length: number): number {
  return Math.ceil(length / wordSize) * wordSize;
}

/** One file: words first need to begin at a multiple of their size. */
function fileOf({ json, words }: StoredFacts): Buffer {
  const text = Buffer.from(json, 'utf8');
  const file = Buffer.alloc(bodyAt + padded(text.length) + words.byteLength);
  file.write(magic, 0, 'latin1');
  file.writeUInt32LE(text.length, lengthAt);
  text.copy(file, bodyAt);
  file.set(
    new Uint8Array(words.buffer, words.byteOffset, words.byteLength),
    bodyAt + padded(text.length),
  );
  checksumOf(file.subarray(lengthAt)).copy(file, checksumAt);
  return file;
}

function contentsOf(file: Buffer): StoredFacts | null {
  if (file.length < bodyAt || file.toString('latin1', 0, magic.length) !== magic) return null;
  if (!checksumOf(file.subarray(lengthAt)).equals(file.subarray(checksumAt, lengthAt))) return null;
  const length = file.readUInt32LE(lengthAt);
  const wordsAt = bodyAt + padded(length);
  // A copy begins at a multiple of anything.
  const bytes = Uint8Array.prototype.slice.call(file, wordsAt);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / wordSize);
  return { json: file.toString('utf8', bodyAt, bodyAt + length), words };
}

/**
 * Keeps facts in a file of this machine. It is written beside and renamed: whoever reads at the same time reads the one before or
 * the new one.
 */
export function createNodeFactsStore(file: string): FactsStore {
  // Words are kept as this machine has them; no other one reads its user's cache, and a shared folder is no reason to err.
  const own = `${file}.${endianness()}`;

  return {
    async load() {
      try {
        return contentsOf(await readFile(own));
      } catch {
        return null;
      }
    },
    async save(stored) {
      const partial = `${own}.${process.pid}.${randomBytes(4).toString('hex')}`;
      try {
        await mkdir(nodePath.dirname(own), { recursive: true });
        await writeFile(partial, fileOf(stored), { flag: 'wx', mode: 0o600 });
        await rename(partial, own);
      } catch {
        // Nothing is lost but the time that the cache would have saved.
        await rm(partial, { force: true }).catch(() => undefined);
      }
    },
    hashOf: (bytes) => createHash('sha1').update(bytes).digest('base64'),
    now: () => Date.now(),
  };
}

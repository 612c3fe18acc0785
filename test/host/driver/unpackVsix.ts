import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Signatures and field offsets of the zip format (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;

/**
 * Unpacks the extension's own files of a VSIX, those under `extension/`, into a folder. Reads what
 * `vsce package` writes: no encryption, no zip64.
 */
export async function unpackVsix(vsix: string, target: string): Promise<void> {
  const zip = await readFile(vsix);
  for (const entry of readDirectory(zip)) {
    const inside = /^extension\/(.+[^/])$/.exec(entry.name)?.[1];
    if (inside === undefined) continue;
    const file = path.resolve(target, inside);
    if (!file.startsWith(target + path.sep)) throw new Error(`${entry.name} leaves the folder`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, readEntry(zip, entry));
  }
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly headerOffset: number;
}

function* readDirectory(zip: Buffer): Generator<ZipEntry> {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let offset = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(offset) !== DIRECTORY_ENTRY)
      throw new Error('The zip directory is broken');
    const nameLength = zip.readUInt16LE(offset + 28);
    yield {
      name: zip.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: zip.readUInt16LE(offset + 10),
      compressedSize: zip.readUInt32LE(offset + 20),
      headerOffset: zip.readUInt32LE(offset + 42),
    };
    offset += 46 + nameLength + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
}

function findEnd(zip: Buffer): number {
  for (let offset = zip.length - 22; offset >= 0; offset--) {
    if (zip.readUInt32LE(offset) === END_OF_DIRECTORY) return offset;
  }
  throw new Error('This is no zip file');
}

function readEntry(zip: Buffer, entry: ZipEntry): Buffer {
  const nameLength = zip.readUInt16LE(entry.headerOffset + 26);
  const extraLength = zip.readUInt16LE(entry.headerOffset + 28);
  const start = entry.headerOffset + LOCAL_HEADER_SIZE + nameLength + extraLength;
  const data = zip.subarray(start, start + entry.compressedSize);
  return entry.method === STORED ? data : inflateRawSync(data);
}

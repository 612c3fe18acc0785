import { decodeText } from '../../core/syntax/decodeText';
import type { RunGit } from './gitRunner';

const blobsAtOnce = 128;

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Reads the answer of `cat-file --batch`: `<id> blob <size>`, the bytes, a line end. */
function readBatch(answer: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  while (at < answer.length) {
    const end = answer.indexOf('\n', at);
    if (end < 0) break;
    const [id = '', kind, size] = answer.slice(at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    const bytes = answer.slice(at, at + Number(size));
    at += Number(size) + 1;
    const decoded = decodeText(bytesOf(bytes));
    if (decoded.kind === 'text') texts.set(id, decoded.text);
  }
  return texts;
}

/** `failed`: git's store cannot be read. */
export type BlobReading =
  | { readonly kind: 'read'; readonly texts: ReadonlyMap<string, string> }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * The texts of some versions in git's store, in groups that fit into one answer. A text that is missing, too large or no text is left out.
 */
export async function readBlobs(
  run: RunGit,
  ids: readonly string[],
  options: { readonly root: string; readonly trusted: boolean },
): Promise<BlobReading> {
  const { root: cwd, trusted } = options;
  const texts = new Map<string, string>();
  const waiting: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += blobsAtOnce)
    waiting.push(ids.slice(start, start + blobsAtOnce));
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    const input = `${group.join('\n')}\n`;
    const answer = await run('cat-file', ['--batch'], { cwd, trusted, input, isBinary: true });
    if (answer.kind === 'ok')
      for (const [id, text] of readBatch(answer.stdout)) texts.set(id, text);
    else if (!/maxBuffer/.test(answer.reason)) return { kind: 'failed', reason: answer.reason };
    else if (group.length > 1) {
      const half = group.length >> 1;
      waiting.unshift(group.slice(0, half), group.slice(half));
    }
  }
  return { kind: 'read', texts };
}

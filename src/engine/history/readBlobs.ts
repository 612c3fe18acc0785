import { decodeText } from '../../core/syntax/decodeText';
import type { ReadBlobs } from './gitRunner';

/** `failed`: git's store cannot be read. */
export type BlobReading =
  | { readonly kind: 'read'; readonly texts: ReadonlyMap<string, string> }
  | { readonly kind: 'failed'; readonly reason: string };

/** The texts of some versions in git's store. A text that is missing, too large or no text is left out. */
export async function readBlobs(
  blobs: ReadBlobs,
  ids: readonly string[],
  { root: cwd, trusted }: { readonly root: string; readonly trusted: boolean },
): Promise<BlobReading> {
  const texts = new Map<string, string>();
  const answer = await blobs(ids, { cwd, trusted }, (id, bytes) => {
    const decoded = decodeText(bytes);
    if (decoded.kind === 'text') texts.set(id, decoded.text);
    return true;
  });
  return answer.kind === 'ok' ? { kind: 'read', texts } : { kind: 'failed', reason: answer.reason };
}

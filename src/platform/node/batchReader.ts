/** Larger blobs are passed over: nobody writes such files, and they would fill the memory. */
const largestBlob = 32 * 1024 * 1024;

const lineFeed = 10;

/** A blob whose bytes are arriving. */
interface Arriving {
  readonly id: string;
  readonly size: number;
  /** Whether anybody is to get it: a tree or a very large blob is not. */
  readonly isWanted: boolean;
  /** Where its bytes are put together; null where they have come in one piece, or are not wanted. */
  readonly bytes: Buffer | null;
  /** How many bytes came; the line end behind them counts. */
  readonly done: number;
}

/** What a header says is coming; null where nothing comes: the object is not there. */
function arrivingFor(header: string, behind: number): Arriving | null {
  const [id = '', kind, count] = header.split(' ');
  const size = Number(count);
  if (!(size >= 0)) return null;
  const isWanted = kind === 'blob' && size <= largestBlob;
  const isWhole = size < behind;
  const bytes = isWanted && !isWhole ? Buffer.allocUnsafeSlow(size) : null;
  return { id, size, isWanted, bytes, done: 0 };
}

/**
 * Takes the answer of `git cat-file --batch` piece by piece (`<id> blob <size>`, the bytes, a line end) and hands over each blob.
 * The function answers whether more is wanted.
 */
export function createBatchReader(
  onBlob: (id: string, bytes: Uint8Array) => boolean,
): (chunk: Buffer) => boolean {
  let header = '';
  let arriving: Arriving | null = null;

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (arriving === null) {
        const end = chunk.indexOf(lineFeed, at);
        header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        at = end < 0 ? chunk.length : end + 1;
        if (end < 0) continue;
        arriving = arrivingFor(header, chunk.length - at);
        header = '';
        continue;
      }
      const { id, size, isWanted, bytes, done }: Arriving = arriving;
      const count = Math.min(chunk.length - at, size + 1 - done);
      if (bytes) chunk.copy(bytes, done, at, at + Math.min(count, size - done));
      const isComplete = done + count === size + 1;
      arriving = isComplete ? null : { ...arriving, done: done + count };
      const whole = bytes ?? chunk.subarray(at, at + size);
      at += count;
      if (isComplete && isWanted && !onBlob(id, whole)) return false;
    }
    return true;
  };
}

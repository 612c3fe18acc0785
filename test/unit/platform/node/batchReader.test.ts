import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBatchReader } from '../../../../src/platform/node/batchReader';

interface Blob {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The answer of `git cat-file --batch`. Source: git help cat-file, BATCH OUTPUT. */
function batchOf(blobs: readonly Blob[], kind = 'blob'): Buffer {
  return Buffer.concat(
    blobs.flatMap(({ id, bytes }) => [
      Buffer.from(`${id} ${kind} ${bytes.length}\n`),
      bytes,
      Buffer.from('\n'),
    ]),
  );
}

function readIn(answer: Buffer, cuts: readonly number[]): readonly Blob[] {
  const found: Blob[] = [];
  const read = createBatchReader((id, bytes) => {
    found.push({ id, bytes: Buffer.from(bytes) });
    return true;
  });
  const ends = [
    ...cuts.filter((cut) => cut < answer.length).toSorted((a, b) => a - b),
    answer.length,
  ];
  let start = 0;
  for (const end of ends) {
    read(answer.subarray(start, end));
    start = end;
  }
  return found;
}

test('the same blobs, however the answer is cut into pieces', () => {
  const blob = fc.record({
    id: fc.constantFrom('a1', 'b2', 'c3'),
    bytes: fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  });
  fc.assert(
    fc.property(fc.array(blob, { maxLength: 6 }), fc.array(fc.nat(200)), (blobs, cuts) => {
      expect(readIn(batchOf(blobs), cuts)).toEqual(blobs);
    }),
  );
});

test('what is not there, a tree, and what is too large are passed over', () => {
  const last = { id: 'b2', bytes: Buffer.from('text') };
  const large = { id: 'c3', bytes: Buffer.alloc(33 * 1024 * 1024) };
  const answer = Buffer.concat([
    Buffer.from('a1 missing\n'),
    batchOf([{ id: 'd4', bytes: Buffer.from('\u0000\n') }], 'tree'),
    batchOf([large, last]),
  ]);
  expect(readIn(answer, [1_000_000])).toEqual([last]);
});

test('no more is read once no more is wanted', () => {
  const blobs = ['a1', 'b2', 'c3'].map((id) => ({ id, bytes: Buffer.from(id) }));
  const found: string[] = [];
  const read = createBatchReader((id) => {
    found.push(id);
    return found.length < 2;
  });
  expect(read(batchOf(blobs))).toBe(false);
  expect(found).toEqual(['a1', 'b2']);
});

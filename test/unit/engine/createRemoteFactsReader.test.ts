import { describe, expect, test } from 'vitest';
import { createRemoteFactsReader } from '../../../src/engine/createRemoteFactsReader';
import type { IndexingListener } from '../../../src/engine/indexingChannel';
import type { ToIndexingWorker } from '../../../src/protocol/indexing';
import { createIndexingHandler } from '../../../src/worker/indexing/indexingHandler';

/** A worker that only notes what it is told, and whose end is in the test's hands. */
class ScriptedWorker {
  readonly told: ToIndexingWorker[] = [];
  isClosed = false;
  constructor(readonly listener: IndexingListener) {}
}

function scripted() {
  const workers: ScriptedWorker[] = [];
  const reader = createRemoteFactsReader({
    start: (listener) => {
      const worker = new ScriptedWorker(listener);
      workers.push(worker);
      return {
        post: (message) => worker.told.push(message),
        close: () => {
          worker.isClosed = true;
        },
      };
    },
    readGrammar: (name) =>
      name === 'known' ? Promise.resolve(Uint8Array.of(1)) : Promise.reject(new Error('no file')),
  });
  return { workers, reader };
}

const settled = async (promise: Promise<unknown>) =>
  await promise.then(
    () => 'answered',
    (error: Error) => error.message,
  );

describe('reading facts in a worker', () => {
  test('starts one worker for all reads, and answers each with its own facts', async () => {
    const { workers, reader } = scripted();
    const reads = [reader.read('a.ts', 'a'), reader.read('b.json', 'b')];
    workers[0]?.listener.receive({ kind: 'failed', id: 2, message: 'no' });
    workers[0]?.listener.receive({ kind: 'facts', id: 1, facts: null });
    expect(await Promise.all(reads.map(settled))).toEqual(['answered', 'no']);
    expect(workers).toHaveLength(1);
  });

  test('a worker that ends fails its reads, and not those of the next one', async () => {
    const { workers, reader } = scripted();
    const first = settled(reader.read('a.ts', ''));
    workers[0]?.listener.fail('It crashed.');
    const second = settled(reader.read('a.ts', ''));
    workers[0]?.listener.fail('It has ended.');
    workers[1]?.listener.receive({ kind: 'facts', id: 2, facts: null });
    expect([await first, await second]).toEqual(['It crashed.', 'answered']);
    expect(workers).toHaveLength(2);
  });

  test('closing ends the worker and fails what waits; nothing is started afterwards', async () => {
    const { workers, reader } = scripted();
    const waiting = settled(reader.read('a.ts', ''));
    reader.close();
    expect(await waiting).toMatch(/closed/);
    expect(await settled(reader.read('a.ts', ''))).toMatch(/closed/);
    expect(workers.map(({ isClosed }) => isClosed)).toEqual([true]);
  });

  test.each([
    ['known', Uint8Array.of(1)],
    ['missing', null],
  ])('a grammar that is %s is sent as such', async (name, bytes) => {
    const { workers, reader } = scripted();
    void settled(reader.read('a.ts', ''));
    workers[0]?.listener.receive({ kind: 'grammar-wanted', name });
    await expect.poll(() => workers[0]?.told.at(-1)).toEqual({ kind: 'grammar', name, bytes });
  });
});

describe('the worker', () => {
  test('asks for a grammar once it needs it, and says why it cannot read without', async () => {
    const posted: unknown[] = [];
    const receive = createIndexingHandler({
      post: (message) => posted.push(message),
      createReader: (readGrammar) => ({
        read: async (file) => {
          await readGrammar(file);
          return null;
        },
        commentAbove: () => Promise.resolve(null),
      }),
    });
    receive({ kind: 'read', id: 1, file: 'one', text: '' });
    receive({ kind: 'read', id: 2, file: 'two', text: '' });
    receive({ kind: 'grammar', name: 'one', bytes: Uint8Array.of(1) });
    receive({ kind: 'grammar', name: 'two', bytes: null });
    await expect.poll(() => posted.length).toBe(4);
    expect(posted).toEqual([
      { kind: 'grammar-wanted', name: 'one' },
      { kind: 'grammar-wanted', name: 'two' },
      { kind: 'facts', id: 1, facts: null },
      { kind: 'failed', id: 2, message: 'The grammar two is missing from this installation.' },
    ]);
  });
});

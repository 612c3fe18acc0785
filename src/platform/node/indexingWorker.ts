import { Worker } from 'node:worker_threads';
import type { IndexingListener, StartIndexing } from '../../engine/indexingChannel';

/** Memory for what lives shortly, in MB: facts are made of many small objects. */
const youngMemory = 64;

/**
 * Starts the worker that parses in a thread of its own. `file` is the path of its bundle; it asks for grammars unless it is told
 * the folder they are in.
 */
export function startIndexingThread(file: string, grammarFolder?: string): StartIndexing {
  return (listener) => {
    const worker = new Worker(file, {
      workerData: { grammarFolder },
      resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
    });
    let asked = 0;
    worker.on('message', (message: Parameters<IndexingListener['receive']>[0]) => {
      const isAnswer = message.kind === 'facts' || message.kind === 'failed';
      if (isAnswer && --asked === 0) worker.unref();
      listener.receive(message);
    });
    worker.on('error', (error) =>
      listener.fail(
        `The indexing thread failed: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
    worker.on('exit', () => listener.fail('The indexing thread has ended.'));
    // An idle worker is no reason for the host to stay. Listening for messages would make it one again.
    worker.unref();
    return {
      post: (message) => {
        if (message.kind === 'read' && asked++ === 0) worker.ref();
        worker.postMessage(message);
      },
      close: () => void worker.terminate(),
    };
  };
}

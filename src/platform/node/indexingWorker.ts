import { Worker } from 'node:worker_threads';
import type { StartIndexing } from '../../engine/indexingChannel';

/** Starts the worker that parses in a thread of its own. `file` is the path of its bundle. */
export function startIndexingThread(file: string): StartIndexing {
  return (listener) => {
    const worker = new Worker(file);
    // An idle worker is no reason for the host to stay.
    worker.unref();
    worker.on('message', (message) => listener.receive(message));
    worker.on('error', (error) =>
      listener.fail(
        `The indexing thread failed: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
    worker.on('exit', () => listener.fail('The indexing thread has ended.'));
    return {
      post: (message) => worker.postMessage(message),
      close: () => void worker.terminate(),
    };
  };
}

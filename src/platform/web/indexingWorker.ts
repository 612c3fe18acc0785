import type { StartIndexing } from '../../engine/indexingChannel';

/** Starts the worker that parses as a web worker. `url` is the address of its bundle within the extension. */
export function startIndexingWebWorker(url: string): StartIndexing {
  return (listener) => {
    const worker = new Worker(url);
    worker.addEventListener('message', ({ data }) => listener.receive(data));
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      listener.fail(`The indexing worker failed: ${message}`);
    });
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker has one partner
      post: (message) => worker.postMessage(message),
      close: () => worker.terminate(),
    };
  };
}

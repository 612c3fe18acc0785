import { createCommentPlacer } from '../../engine/createCommentPlacer';
import { createFactsReader } from '../../engine/createFactsReader';
import { createTreeSitterParser } from '../../platform/treesitter/treeSitterParser';
import type { ToIndexingWorker } from '../../protocol/indexing';
import { createIndexingHandler } from './indexingHandler';

declare const self: DedicatedWorkerGlobalScope;

const receive = createIndexingHandler({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker has one partner
  post: (message) => self.postMessage(message),
  createReader: (readGrammar) => {
    const parser = createTreeSitterParser(readGrammar);
    return { ...createFactsReader(parser), ...createCommentPlacer(parser) };
  },
});

self.addEventListener('message', ({ data }: MessageEvent<ToIndexingWorker>) => receive(data));

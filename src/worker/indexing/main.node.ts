import { parentPort } from 'node:worker_threads';
import { createFactsReader } from '../../engine/createFactsReader';
import { createTreeSitterParser } from '../../platform/treesitter/treeSitterParser';
import type { ToIndexingWorker } from '../../protocol/indexing';
import { createIndexingHandler } from './indexingHandler';

if (parentPort === null)
  throw new Error('This file is a worker: it is started by Flaglab, not by hand.');
const port = parentPort;

const receive = createIndexingHandler({
  post: (message) => port.postMessage(message),
  createReader: (readGrammar) => createFactsReader(createTreeSitterParser(readGrammar)),
});

port.on('message', (message: ToIndexingWorker) => receive(message));

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createCommentPlacer } from '../../engine/createCommentPlacer';
import { createFactsReader } from '../../engine/createFactsReader';
import { createTreeSitterParser } from '../../platform/treesitter/treeSitterParser';
import type { ToIndexingWorker } from '../../protocol/indexing';
import { createIndexingHandler } from './indexingHandler';

if (parentPort === null)
  throw new Error('This file is a worker: it is started by Flaglab, not by hand.');
const port = parentPort;

const { grammarFolder } = workerData as { readonly grammarFolder?: string };

/** A host that is busy would be long in sending grammars: where it says in which folder they are, they are read there. */
const readOwn =
  grammarFolder === undefined
    ? null
    : (name: string) => readFile(path.join(grammarFolder, `${name}.wasm`));

const receive = createIndexingHandler({
  post: (message) => port.postMessage(message),
  createReader: (readGrammar) => {
    const parser = createTreeSitterParser(readOwn ?? readGrammar);
    return { ...createFactsReader(parser), ...createCommentPlacer(parser) };
  },
});

port.on('message', (message: ToIndexingWorker) => receive(message));

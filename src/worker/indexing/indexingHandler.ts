import type { CommentPlacer, FactsReader } from '../../engine/factsReader';
import type { FromIndexingWorker, ToIndexingWorker } from '../../protocol/indexing';

/** Where an indexing worker lives. */
export interface IndexingHandlerPorts {
  readonly post: (message: FromIndexingWorker) => void;
  /** Makes who parses; it asks for grammars by name. */
  readonly createReader: (
    readGrammar: (name: string) => Promise<Uint8Array>,
  ) => FactsReader & CommentPlacer;
}

type WorkMessage = ToIndexingWorker & { readonly kind: 'read' | 'comment' };

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Does an indexing worker's work over its messages. Every `read` is answered once. */
export function createIndexingHandler({
  post,
  createReader,
}: IndexingHandlerPorts): (message: ToIndexingWorker) => void {
  const waiting = new Map<string, Waiting>();

  const reader = createReader(
    async (name) =>
      await new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(name, { resolve, reject });
        post({ kind: 'grammar-wanted', name });
      }),
  );

  async function answer(message: WorkMessage): Promise<FromIndexingWorker> {
    const { id, file, text } = message;
    if (message.kind === 'read') {
      return { kind: 'facts', id, facts: await reader.read(file, text, new Set(message.readers)) };
    }
    return { kind: 'comment', id, insertion: await reader.commentAbove(file, text, message) };
  }

  async function work(message: WorkMessage): Promise<void> {
    try {
      post(await answer(message));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', id: message.id, message: reason });
    }
  }

  return (message) => {
    if (message.kind !== 'grammar') {
      void work(message);
      return;
    }
    const asked = waiting.get(message.name);
    waiting.delete(message.name);
    if (message.bytes === null)
      asked?.reject(new Error(`The grammar ${message.name} is missing from this installation.`));
    else asked?.resolve(message.bytes);
  };
}

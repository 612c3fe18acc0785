import type { FactsReader } from '../../engine/factsReader';
import type { FromIndexingWorker, ToIndexingWorker } from '../../protocol/indexing';

/** Where an indexing worker lives. */
export interface IndexingHandlerPorts {
  readonly post: (message: FromIndexingWorker) => void;
  /** Makes the reader of facts; it asks for grammars by name. */
  readonly createReader: (readGrammar: (name: string) => Promise<Uint8Array>) => FactsReader;
}

type ReadMessage = ToIndexingWorker & { readonly kind: 'read' };

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

  async function read({ id, file, text, readers }: ReadMessage): Promise<void> {
    try {
      post({ kind: 'facts', id, facts: await reader.read(file, text, new Set(readers)) });
    } catch (error) {
      post({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (message) => {
    if (message.kind === 'read') {
      void read(message);
      return;
    }
    const asked = waiting.get(message.name);
    waiting.delete(message.name);
    if (message.bytes === null)
      asked?.reject(new Error(`The grammar ${message.name} is missing from this installation.`));
    else asked?.resolve(message.bytes);
  };
}

import { assertNever } from '../core/model/assertNever';
import type { FromIndexingWorker, ToIndexingWorker } from '../protocol/indexing';
import type { CommentPlacer, FactsReader } from './factsReader';
import type { IndexingChannel, StartIndexing } from './indexingChannel';

interface Pending {
  readonly resolve: (answer: FromIndexingWorker) => void;
  readonly reject: (error: Error) => void;
}

const closedReason = 'The editor has closed Flaglab.';

/** A facts reader with a lifetime: closing it ends its worker. */
export interface RemoteFactsReader extends FactsReader, CommentPlacer {
  /** Starts the worker before there is anything to read. */
  warmUp(): void;
  close(): void;
}

/**
 * Reads facts in a worker, which is started with the first file. Where it ends or cannot be started, every waiting read rejects
 * with the reason; the next read starts another one.
 */
export function createRemoteFactsReader(options: {
  readonly start: StartIndexing;
  readonly readGrammar: (name: string) => Promise<Uint8Array>;
}): RemoteFactsReader {
  const pending = new Map<number, Pending>();
  let channel: IndexingChannel | null = null;
  let lastId = 0;
  let isClosed = false;
  let started = 0;

  /** What an earlier worker still says of its end is not about the one that runs now. */
  function startChannel(): IndexingChannel {
    const mine = ++started;
    return options.start({
      receive: (message) => {
        if (mine === started) receive(message);
      },
      fail: (reason) => {
        if (mine === started) fail(reason);
      },
    });
  }

  function fail(reason: string): void {
    started++;
    channel = null;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  function take(id: number): Pending | undefined {
    const found = pending.get(id);
    pending.delete(id);
    return found;
  }

  async function sendGrammar(name: string): Promise<void> {
    const bytes = await options.readGrammar(name).catch(() => null);
    channel?.post({ kind: 'grammar', name, bytes });
  }

  function receive(message: FromIndexingWorker): void {
    switch (message.kind) {
      case 'facts':
      case 'comment':
        take(message.id)?.resolve(message);
        return;
      case 'failed':
        take(message.id)?.reject(new Error(message.message));
        return;
      case 'grammar-wanted':
        void sendGrammar(message.name);
        return;
      default:
        assertNever(message);
    }
  }

  async function ask(message: (id: number) => ToIndexingWorker): Promise<FromIndexingWorker> {
    if (isClosed) throw new Error(closedReason);
    channel ??= startChannel();
    const id = ++lastId;
    const answer = new Promise<FromIndexingWorker>((resolve, reject) => {
      pending.set(id, { resolve, reject });
    });
    channel.post(message(id));
    return await answer;
  }

  return {
    async read(file, text, readers = new Set()) {
      const said = await ask((id) => ({ kind: 'read', id, file, text, readers: [...readers] }));
      return said.kind === 'facts' ? said.facts : null;
    },
    async commentAbove(file, text, comment) {
      const said = await ask((id) => ({ kind: 'comment', id, file, text, ...comment }));
      return said.kind === 'comment' ? said.insertion : null;
    },
    warmUp() {
      if (!isClosed) channel ??= startChannel();
    },
    close() {
      isClosed = true;
      channel?.close();
      fail(closedReason);
    },
  };
}

import type { FromIndexingWorker, ToIndexingWorker } from '../protocol/indexing';

/** Who listens to a worker that parses. */
export interface IndexingListener {
  receive(message: FromIndexingWorker): void;
  /** The worker has ended or could not be started; `reason` is for people. Nothing is received afterwards. */
  fail(reason: string): void;
}

/** A running worker that parses: the port to worker threads of every host. */
export interface IndexingChannel {
  post(message: ToIndexingWorker): void;
  /** Ends the worker. */
  close(): void;
}

/** Starts a worker that parses. */
export type StartIndexing = (listener: IndexingListener) => IndexingChannel;

import type * as vscode from 'vscode';
import type { Git } from '../engine/history/gitRunner';
import type { HistoryCache } from '../engine/history/historyCache';
import type { StartIndexing } from '../engine/indexingChannel';

/** What differs between the hosts. */
export interface ExtensionPorts {
  /** Starts the worker that parses, from the extension's own folder. */
  readonly startIndexing: (extensionUri: vscode.Uri) => StartIndexing;
  /** Lets other work have its turn, once some time was spent without. */
  readonly createGiveWay: () => () => Promise<void> | void;
  /** Null where no program can be started. */
  readonly git: Git | null;
  /** What is known of commits, kept between sessions. */
  readonly historyCache: HistoryCache;
}

export type ExtensionContext = Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'subscriptions' | 'workspaceState'
>;

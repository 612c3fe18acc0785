import type * as vscode from 'vscode';
import type { RunGit } from '../engine/history/gitRunner';
import type { StartIndexing } from '../engine/indexingChannel';

/** What differs between the hosts. */
export interface ExtensionPorts {
  /** Starts the worker that parses, from the extension's own folder. */
  readonly startIndexing: (extensionUri: vscode.Uri) => StartIndexing;
  /** Lets other work have its turn, once some time was spent without. */
  readonly createGiveWay: () => () => Promise<void> | void;
  /** Null where no program can be started. */
  readonly runGit: RunGit | null;
}

export type ExtensionContext = Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'subscriptions' | 'workspaceState'
>;

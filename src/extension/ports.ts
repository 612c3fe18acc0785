import type * as vscode from 'vscode';
import type { SyntaxParser } from '../core/syntax/syntaxTree';
import type { RunGit } from '../engine/history/gitRunner';

/** What differs between the hosts. */
export interface ExtensionPorts {
  readonly createParser: (readGrammar: ReadGrammar) => SyntaxParser;
  /** Lets other work have its turn, once some time was spent without. */
  readonly createGiveWay: () => () => Promise<void> | void;
  /** Null where no program can be started. */
  readonly runGit: RunGit | null;
}

/** Bytes of a WebAssembly file of `dist/grammars`, by its name without ending. */
export type ReadGrammar = (name: string) => Promise<Uint8Array>;

export type ExtensionContext = Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'subscriptions' | 'workspaceState'
>;

import * as vscode from 'vscode';
import type { DefinitionNotes } from '../flags/definitionNotes';
import { views } from '../views';
import type { FolderIndexes } from '../workspace/folderIndexes';
import type { AddDefinitionsOffer } from './addDefinitionsOffer';
import { flagTreeItem } from './flagItems';
import { childNodes, rootNodes } from './flagNodes';
import type { FlagNode } from './flagNodes';

interface FlagsViewOptions {
  readonly indexes: FolderIndexes;
  readonly offer: AddDefinitionsOffer;
  readonly notes: DefinitionNotes;
}

/** The Flags view: every flag with what is known, where it is defined and where it is read. */
export function registerFlagsView({ indexes, offer, notes }: FlagsViewOptions): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<FlagNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node) return [...childNodes(node)];
      await indexes.ready();
      return [...rootNodes(indexes, offer.isOpen())];
    },
    getTreeItem: flagTreeItem,
    resolveTreeItem: async (item, node) => {
      if (node.kind === 'definition') item.tooltip = await notes.of(node.found, node.definition);
      return item;
    },
  };
  const view = vscode.window.createTreeView(views.flags, { treeDataProvider: provider });
  return vscode.Disposable.from(
    changed,
    view,
    indexes.onDidChange(() => changed.fire()),
    offer.onDidClose(() => changed.fire()),
  );
}

import * as vscode from 'vscode';
import type { DefinitionNotes } from '../flags/definitionNotes';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import { views } from '../views';
import type { FolderIndexes } from '../workspace/folderIndexes';
import type { AddDefinitionsOffer } from './addDefinitionsOffer';
import { flagTreeItem } from './flagItems';
import { childNodes, countShown, rootNodes } from './flagNodes';
import type { FlagNode } from './flagNodes';
import { groupingName } from './groupWords';
import type { ViewChoices } from './viewChoices';

interface FlagsViewOptions {
  readonly indexes: FolderIndexes;
  readonly offer: AddDefinitionsOffer;
  readonly choices: ViewChoices;
  readonly verdicts: FlagVerdicts;
  readonly notes: DefinitionNotes;
}

/** Beside the title: what the flags are grouped by. Above the flags: that some are not shown. */
function describeView(
  view: vscode.TreeView<FlagNode>,
  indexes: FolderIndexes,
  { choices, verdicts }: Pick<FlagsViewOptions, 'choices' | 'verdicts'>,
): void {
  view.description =
    choices.grouping === 'none'
      ? ''
      : vscode.l10n.t('by {0}', groupingName(choices.grouping).toLowerCase());
  const { all, shown } = countShown(indexes, { choices, verdicts });
  const isPart = choices.filter !== '' && shown > 0;
  view.message = isPart ? vscode.l10n.t('“{0}”: {1} of {2} flags', choices.filter, shown, all) : '';
}

/** The Flags view: every flag with what is known, where it is defined and where it is read. */
export function registerFlagsView({
  indexes,
  offer,
  choices,
  verdicts,
  notes,
}: FlagsViewOptions): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<FlagNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node) return [...childNodes(node, { choices, verdicts })];
      await indexes.ready();
      verdicts.lookForLastReads();
      return [...rootNodes(indexes, { choices, verdicts }, offer.isOpen())];
    },
    getTreeItem: flagTreeItem,
    resolveTreeItem: async (item, node) => {
      if (node.kind === 'definition') item.tooltip = await notes.of(node.found, node.definition);
      return item;
    },
  };
  const view = vscode.window.createTreeView(views.flags, { treeDataProvider: provider });
  const refresh = () => {
    describeView(view, indexes, { choices, verdicts });
    changed.fire();
  };
  describeView(view, indexes, { choices, verdicts });
  return vscode.Disposable.from(
    changed,
    view,
    indexes.onDidChange(refresh),
    verdicts.onDidChange(refresh),
    choices.onDidChange(refresh),
    offer.onDidClose(refresh),
  );
}

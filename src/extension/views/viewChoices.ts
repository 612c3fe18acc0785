import * as vscode from 'vscode';
import { groupings } from '../../core/flags/overview/groupFlagsBy';
import type { Grouping } from '../../core/flags/overview/groupFlagsBy';
import { contextKeys } from '../contextKeys';
import { setContextKey } from '../setContextKey';
import { groupingName } from './groupWords';

const mementoKey = 'flaglab.flags.grouping';
const isGrouping = (value: unknown): value is Grouping =>
  groupings.some((known) => known === value);

/** What a person chose for the Flags view: the grouping is kept for the workspace, the filter until the window closes. */
export interface ViewChoices extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly grouping: Grouping;
  readonly filter: string;
  /** Asks where no grouping is given. */
  group(given?: unknown): Promise<void>;
  /** Asks where no text is given; an empty text shows all. */
  setFilter(given?: unknown): Promise<void>;
}

async function askGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({
    label: groupingName(grouping),
    ...(grouping === current && { description: vscode.l10n.t('now') }),
    grouping,
  }));
  const placeHolder = vscode.l10n.t('Group flags by');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.grouping;
}

export function createViewChoices(memento: vscode.Memento): ViewChoices {
  const changed = new vscode.EventEmitter<void>();
  let filter = '';
  const grouping = (): Grouping => {
    const kept = memento.get<unknown>(mementoKey);
    return isGrouping(kept) ? kept : 'state';
  };
  return {
    onDidChange: changed.event,
    get grouping() {
      return grouping();
    },
    get filter() {
      return filter;
    },
    async group(given) {
      const chosen = isGrouping(given) ? given : await askGrouping(grouping());
      if (!chosen) return;
      await memento.update(mementoKey, chosen);
      changed.fire();
    },
    async setFilter(given) {
      const prompt = vscode.l10n.t('Words in the key, description, owner or files of a flag');
      const text =
        typeof given === 'string'
          ? given
          : await vscode.window.showInputBox({ prompt, value: filter });
      if (text === undefined) return;
      filter = text.trim();
      setContextKey(contextKeys.filter, filter === '' ? 'off' : 'on');
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

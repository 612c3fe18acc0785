import * as vscode from 'vscode';
import { assertNever } from '../../core/model/assertNever';
import { commands } from '../commands';
import { keySelector } from '../places/keySelector';
import { pathBelow } from '../workspace/folderPaths';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes, IndexState } from '../workspace/folderIndexes';

/** What Flaglab knows of the file at hand, in the language status (`{}`) of the status bar. */
export function createFileStatus(indexes: FolderIndexes): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('flaglab.file', [...keySelector]);
  item.name = 'Flaglab';
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const words = document ? describe(indexes, document.uri) : null;
    item.busy = indexes.state.kind === 'reading';
    item.text = words?.text ?? vscode.l10n.t('Flags not read yet');
    if (words?.detail) item.detail = words.detail;
    else delete item.detail;
    item.command = commandFor(indexes.state);
    item.severity =
      indexes.state.kind === 'failed'
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
  };
  show();
  return vscode.Disposable.from(
    item,
    indexes.onDidChange(show),
    indexes.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

function commandFor({ kind }: IndexState): vscode.Command | undefined {
  if (kind === 'failed') return { command: commands.showLog, title: vscode.l10n.t('Show log') };
  if (kind === 'idle' || kind === 'reading') return undefined;
  return { command: commands.refresh, title: vscode.l10n.t('Read again') };
}

interface Words {
  readonly text: string;
  readonly detail?: string;
}

function describe(indexes: FolderIndexes, uri: vscode.Uri): Words {
  const folder = indexes.of(uri);
  const path = folder && pathBelow(folder.folder.uri, uri);
  if (!folder?.index || path === null || path === undefined) return describeState(indexes, uri);
  const skipped = folder.index.snapshot().files.skipped.find(({ file }) => file === path);
  if (skipped) return { text: vscode.l10n.t('Flags not read'), detail: skipped.reason };
  const reads = folder.index.readsIn(path).length;
  const unresolved = folder.index.unresolvedIn(path).length;
  const defined = definedIn(folder, path);
  const text = [
    ...(defined > 0 ? [countDefined(defined)] : []),
    ...(reads > 0 || defined === 0 ? [countReads(reads)] : []),
  ].join(' · ');
  if (unresolved === 0) return { text };
  return { text, detail: vscode.l10n.t('{0} with a key that cannot be known', unresolved) };
}

/** How many flags a file defines. */
function definedIn({ index }: FolderIndex, path: string): number {
  const flags = index?.snapshot().flags ?? [];
  return flags.filter(({ definitions }) => definitions.some(({ file }) => file === path)).length;
}

function countReads(reads: number): string {
  return reads === 1 ? vscode.l10n.t('1 flag read') : vscode.l10n.t('{0} flag reads', reads);
}

function countDefined(defined: number): string {
  return defined === 1
    ? vscode.l10n.t('1 flag defined')
    : vscode.l10n.t('{0} flags defined', defined);
}

function describeState({ state }: FolderIndexes, uri: vscode.Uri): Words {
  if (!vscode.workspace.getWorkspaceFolder(uri)) {
    return { text: vscode.l10n.t('Flags not read'), detail: vscode.l10n.t('not in a folder') };
  }
  switch (state.kind) {
    case 'idle':
      return { text: vscode.l10n.t('Flags not read yet') };
    case 'reading':
      return { text: vscode.l10n.t('Reading flags') };
    case 'cancelled':
      return { text: vscode.l10n.t('Reading flags was stopped') };
    case 'failed':
      return { text: vscode.l10n.t('Flags could not be read') };
    case 'ready':
      return { text: vscode.l10n.t('Flags not read') };
    default:
      return assertNever(state);
  }
}

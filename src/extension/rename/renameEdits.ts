import * as vscode from 'vscode';
import { dividesPeople } from '../../core/flags/describe/dividesPeople';
import type { RenameEdit } from '../../core/flags/rename/planRename';
import type { Flag } from '../../core/model/flag';
import type { TextEdit } from '../../core/model/textEdit';
import { settingsFileName } from '../../engine/settingsFileName';
import type { FoundPlace } from '../places/flagPlaces';
import { toRange } from '../spans';
import type { FolderIndex } from '../workspace/folderIndex';
import { uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';

/** Edits of files that are neither code nor definitions: plans of the flag, and `flaglab.yaml`. */
async function otherEdits(
  folder: FolderIndex,
  flag: Flag,
  newKey: string,
): Promise<readonly (TextEdit & { readonly file: string })[]> {
  const { editPlan, renamedKeep } = await import('../onFirstUse');
  const ofPlan = (text: string) => editPlan(text, [{ path: ['flag'], value: newKey }]).value ?? [];
  const ofSettings = (text: string) => renamedKeep(text, flag.key, newKey);
  const sources = [
    ...folder.plansOf(flag.key).map((file) => ({ file, edits: ofPlan })),
    { file: settingsFileName, edits: ofSettings },
  ];
  const found = sources.map(async ({ file, edits }) => {
    const text = await readText(uriBelow(folder.folder.uri, file));
    return text === null ? [] : edits(text).map((edit) => ({ ...edit, file }));
  });
  return (await Promise.all(found)).flat();
}

function labelOf({ kind }: Pick<RenameEdit, 'kind'>): string {
  return kind === 'definition' ? vscode.l10n.t('Definition') : vscode.l10n.t('Key in code');
}

/** Most systems divide people by a hash that the key is part of. */
function warnOfNewDivision({ key, definitions }: Flag): void {
  if (!definitions.some(({ rollout }) => dividesPeople(rollout))) return;
  const message = vscode.l10n.t(
    'People are divided by the key of “{0}”: under a new key some of them may get another value.',
    key,
  );
  void vscode.window.showWarningMessage(message);
}

/**
 * One edit for each place of the key. Where there are some outside of the file at hand, all are to be confirmed: the preview
 * opens with those to be confirmed left out, and half a rename shall not be one click away.
 */
export async function renameEdits(
  { folder, place: { flag } }: FoundPlace,
  newKey: string,
  current: vscode.Uri,
): Promise<vscode.WorkspaceEdit> {
  const { filesOfRename, planRename } = await import('../onFirstUse');
  const texts = new Map<string, string | null>();
  for (const file of filesOfRename(flag)) {
    texts.set(file, await readText(uriBelow(folder.folder.uri, file)));
  }
  const plan = planRename(flag, newKey, (file) => texts.get(file) ?? null);
  if (plan.kind === 'refusal') throw new Error(plan.reason);
  const edits = [
    ...plan.edits.map((edit) => ({ ...edit, label: labelOf(edit) })),
    ...(await otherEdits(folder, flag, newKey)).map((edit) => {
      return { ...edit, label: vscode.l10n.t('Plans and settings of Flaglab') };
    }),
  ].map((edit) => ({ ...edit, uri: uriBelow(folder.folder.uri, edit.file) }));
  const needsConfirmation = edits.some(({ uri }) => uri.toString() !== current.toString());
  const change = new vscode.WorkspaceEdit();
  for (const { uri, span, newText, label } of edits) {
    change.replace(uri, toRange(span), newText, { needsConfirmation, label });
  }
  warnOfNewDivision(flag);
  return change;
}

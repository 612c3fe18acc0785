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

function labelOf({ kind }: Pick<RenameEdit, 'kind'>, flag: Flag): string {
  if (kind !== 'definition') return vscode.l10n.t('Key in code');
  return flag.definitions.some(({ rollout }) => dividesPeople(rollout))
    ? vscode.l10n.t('Definition: people may be divided anew, by the new key')
    : vscode.l10n.t('Definition');
}

/** One edit for each place of the key. Those outside the file at hand are to be confirmed. */
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
  const change = new vscode.WorkspaceEdit();
  const add = ({ file, span, newText }: TextEdit & { readonly file: string }, label: string) => {
    const uri = uriBelow(folder.folder.uri, file);
    const needsConfirmation = uri.toString() !== current.toString();
    change.replace(uri, toRange(span), newText, { needsConfirmation, label });
  };
  for (const edit of plan.edits) add(edit, labelOf(edit, flag));
  for (const edit of await otherEdits(folder, flag, newKey)) {
    add(edit, vscode.l10n.t('Plans and settings of Flaglab'));
  }
  return change;
}

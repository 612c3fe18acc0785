import * as vscode from 'vscode';
import { commonDefault } from '../../core/flags/definitions/commonDefault';
import { expectedIn } from '../../core/flags/describe/expectedIn';
import type { FlagRead } from '../../core/model/flagRead';
import type { JsonValue } from '../../core/model/json';
import { textPositions } from '../../core/syntax/textPositions';
import { codeOf } from '../diagnostics/codeOf';
import { knownFindings } from '../diagnostics/knownFindings';
import { sourceSelector } from '../languages';
import { toRange } from '../spans';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow, uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';

type Needed = typeof import('../onFirstUse');

/** A read that its definition files do not hold. */
interface UndefinedRead {
  readonly needed: Needed;
  readonly folder: FolderIndex;
  readonly read: FlagRead;
  readonly diagnostic: vscode.Diagnostic;
  readonly document: vscode.TextDocument;
}

function changeKey({
  needed,
  folder,
  read,
  diagnostic,
  document,
}: UndefinedRead): vscode.CodeAction[] {
  const finding = knownFindings(folder.index?.snapshot().flags ?? []).find(
    ({ code, file, span }) =>
      code === codeOf(diagnostic) && file === read.file && toRange(span).isEqual(diagnostic.range),
  );
  const key = finding?.suggestion ?? null;
  if (key === null || !read.keySpan) return [];
  const text = document.getText();
  const { offsetAt, spanOf } = textPositions(text);
  const [start, end] = [offsetAt(read.keySpan.start), offsetAt(read.keySpan.end)];
  const written = needed.writeKey({ file: read.file, text, start, end, key: read.key }, key);
  if (written.kind === 'refusal') return [];
  const title = vscode.l10n.t('Change the key to “{0}”', key);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, toRange(spanOf(written.start, written.end)), written.newText);
  return [action];
}

/** A fix whose edit is made when it is chosen: it reads the definition file. */
class AddDefinitionAction extends vscode.CodeAction {
  constructor(
    title: string,
    readonly target: vscode.Uri,
    readonly format: string,
    readonly definition: { readonly key: string; readonly value: JsonValue },
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
  }
}

/** What the code gives everybody now stays what everybody gets; where it does not say one value, nothing is offered. */
function addDefinition({ needed, folder, read, diagnostic }: UndefinedRead): vscode.CodeAction[] {
  const flag = folder.index?.flagOf(read);
  const value = flag && commonDefault(flag.reads);
  if (!flag || value === undefined) return [];
  return expectedIn(flag, read).flatMap((file) => {
    const format = flag.definitionFiles.find((candidate) => candidate.file === file)?.format ?? '';
    if (!needed.canAddDefinition(format, value)) return [];
    const title = vscode.l10n.t('Add “{0}” to {1}', read.key, file);
    const target = uriBelow(folder.folder.uri, file);
    const action = new AddDefinitionAction(title, target, format, { key: read.key, value });
    action.diagnostics = [diagnostic];
    return [action];
  });
}

function undefinedReads(
  needed: Needed,
  indexes: FolderIndexes,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): readonly UndefinedRead[] {
  const folder = indexes.of(document.uri);
  const path = folder && pathBelow(folder.folder.uri, document.uri);
  if (!folder?.index || path === null || path === undefined) return [];
  const reads = folder.index.readsIn(path);
  return diagnostics
    .filter((found) => found.source === 'flaglab' && codeOf(found) === 'undefined-flag')
    .flatMap((diagnostic) => {
      const read = reads.find(({ keySpan, span }) =>
        toRange(keySpan ?? span).isEqual(diagnostic.range),
      );
      return read ? [{ needed, folder, read, diagnostic, document }] : [];
    });
}

/** Fixes for reads whose flag no definition file holds: the key that is meant, or a definition. */
export function registerFlagQuickFixes(indexes: FolderIndexes): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _, { diagnostics }) {
      if (!diagnostics.some(({ source }) => source === 'flaglab')) return [];
      const needed = await import('../onFirstUse');
      return undefinedReads(needed, indexes, document, diagnostics).flatMap((found) => [
        ...changeKey(found),
        ...addDefinition(found),
      ]);
    },
    async resolveCodeAction(action) {
      if (!(action instanceof AddDefinitionAction)) return action;
      const { target, format, definition } = action;
      const { newDefinition } = await import('../onFirstUse');
      const text = await readText(target);
      const edit = text === null ? null : newDefinition(format, text, definition);
      if (!edit) return action;
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(target, toRange(edit.span), edit.newText);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider([...sourceSelector], provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

import * as vscode from 'vscode';
import type { FactsReader } from '../../engine/factsReader';
import type { FolderHistory } from '../../engine/check/checkRequest';
import type { ExtensionPorts } from '../ports';
import { chooseFolder } from '../setup/chooseFolder';
import { createEditorFiles } from '../workspace/editorFiles';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { historyOf } from './flagVerdicts';
import type { ShownTexts } from './shownTexts';
import { today } from './today';

declare const FLAGLAB_VERSION: string;

interface ReviewOptions extends Pick<ExtensionPorts, 'git' | 'historyCache'> {
  readonly indexes: FolderIndexes;
  readonly factsReader: FactsReader;
  readonly texts: ShownTexts;
}

/** Branches, those that changes usually start from first. */
async function branches({ git, root: cwd, trusted }: FolderHistory): Promise<readonly string[]> {
  const names = ['--symbolic', '--branches', '--remotes'];
  const answer = await git.run('rev-parse', names, { cwd, trusted });
  if (answer.kind !== 'ok') return [];
  const all = answer.stdout.trim().split('\n');
  const usual = ['origin/main', 'origin/master', 'main', 'master'];
  return [...usual.filter((name) => all.includes(name)), ...all].filter(
    (name, at, list) => name !== '' && list.indexOf(name) === at,
  );
}

/** What the work tree does to flags since it left a branch, as Markdown; or why that cannot be said. */
async function reviewOf(
  ref: string,
  folder: FolderIndex,
  history: FolderHistory,
  factsReader: FactsReader,
): Promise<string> {
  const needed = await import('../onFirstUse');
  const { index } = folder;
  if (!index) return vscode.l10n.t('The flags are not read yet.');
  const listed = index.listedFiles();
  const change = await needed.changedSince(ref, listed, history);
  if (change.kind === 'unknown') return change.reason;
  const files = createEditorFiles(folder.folder.uri, (path) =>
    /(^|\/)(node_modules|\.git)\//.test(path),
  );
  const settings = (await needed.loadSettings(files)).value ?? needed.defaultSettings;
  const snapshot = index.snapshot();
  const now = today();
  const version = FLAGLAB_VERSION;
  const mentions = needed.createKeyMentions();
  const asked = { files, snapshot, listed, settings, factsReader, now };
  const request = { ...asked, history, version, mentions };
  const checked = await needed.checkWorkspace(request);
  if (checked.kind === 'broken') return checked.reason;
  const findings = await needed.reportFindings(checked.findings, snapshot.diagnostics, files);
  const before = needed.createWorkspaceIndex({
    files: needed.filesBefore(files, change.files),
    factsReader,
    settings: needed.indexSettingsOf(settings),
  });
  await before.build(() => undefined, { aborted: false });
  const review = await needed.reviewChange(change, before, { request, checked, findings });
  if (review.kind === 'broken') return review.reason;
  const { changes } = review;
  return needed.checkMarkdown.write({
    version,
    root: folder.folder.name,
    now,
    flags: checked.verdicts,
    findings: review.findings,
    change: { since: ref, changes },
  });
}

/** Shows what the changes at hand, committed or not, do to flags compared with a branch that is asked for. */
export async function reviewChanges(options: ReviewOptions, given: unknown): Promise<void> {
  const { indexes, texts, factsReader, ...ports } = options;
  const root = await chooseFolder();
  if (!root) return;
  await indexes.ready();
  const folder = indexes.of(root);
  const history = folder && historyOf(folder.folder, ports);
  if (!folder || !history) {
    const message = vscode.l10n.t('Changes can be reviewed in local folders that are trusted.');
    await vscode.window.showInformationMessage(message);
    return;
  }
  const placeHolder = vscode.l10n.t('Compare the files at hand with');
  const ref =
    typeof given === 'string'
      ? given
      : await vscode.window.showQuickPick(branches(history), { placeHolder });
  if (ref === undefined) return;
  const title = vscode.l10n.t('Reviewing flags in changes since {0}', ref);
  const text = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () => reviewOf(ref, folder, history, factsReader),
  );
  const uri = texts.put(`Flags since ${ref.replaceAll('/', '-')}.md`, text);
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

import * as vscode from 'vscode';
import type { PlanInWords } from '../../core/experiment/size/planInWords';
import { resultInWords } from '../../core/report/analysis/resultInWords';
import { describeKnown } from '../../core/flags/describe/describeKnown';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import { commands } from '../commands';
import { flagTooltip } from '../flags/flagTooltip';
import { hasOpenRollout } from '../flags/hasOpenRollout';
import { placeOf } from '../flags/flagPlace';
import { sourceSelector } from '../languages';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import { toRange } from '../spans';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow } from '../workspace/folderPaths';
import { mergeReadsOnLines } from './mergedReads';

interface LensOptions {
  readonly folder: FolderIndex;
  readonly document: vscode.Uri;
  readonly counts: boolean;
  readonly verdicts: FlagVerdicts;
}

function countReads(flag: Flag): string {
  return flag.reads.length === 1
    ? vscode.l10n.t('1 read')
    : vscode.l10n.t('{0} reads', flag.reads.length);
}

function planTitle({ short, isOk }: PlanInWords): string {
  return isOk ? short : `$(warning) ${short}`;
}

function lensesOf(read: FlagRead, { folder, document, counts, verdicts }: LensOptions) {
  const { index } = folder;
  if (!index) return [];
  const flag = index.flagOf(read);
  const verdict = verdicts.of(folder, flag);
  const title = describeKnown({ flag, read, verdict });
  const range = toRange(read.span);
  const place = placeOf({ folder, flag });
  const known = new vscode.CodeLens(range, {
    command: commands.peekFlag,
    title: counts ? `${title} · ${countReads(flag)}` : title,
    tooltip: flagTooltip(flag, read, verdict),
    arguments: [place, document, range.start],
  });
  const hasPlan = folder.plansOf(flag.key).length > 0;
  if (!hasPlan && !hasOpenRollout(flag)) return [known];
  const words = folder.planWordsOf(flag.key);
  const simulate = new vscode.CodeLens(range, {
    command: commands.simulateRollout,
    title: words === null ? vscode.l10n.t('Simulate rollout') : planTitle(words),
    tooltip: [
      ...(words?.full ?? []),
      hasPlan
        ? vscode.l10n.t('Open the plan of {0}', flag.key)
        : vscode.l10n.t('Open a new plan for {0}, not saved yet', flag.key),
    ].join('\n'),
    arguments: [place],
  });
  const [result] = folder.resultsOf(flag.key).slice(-1);
  if (result === undefined) return [known, simulate];
  const { short, full } = resultInWords(result);
  const decided = new vscode.CodeLens(range, {
    command: commands.simulateRollout,
    title: short,
    tooltip: full.join('\n'),
    arguments: [place],
  });
  return [known, simulate, decided];
}

function provideLenses(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
  document: vscode.TextDocument,
): vscode.CodeLens[] {
  if (!readSetting(settings.codeLensEnabled, document)) return [];
  indexes.start();
  const folder = indexes.of(document.uri);
  const path = folder && pathBelow(folder.folder.uri, document.uri);
  if (!folder?.index || path === null || path === undefined) return [];
  const counts = readSetting(settings.codeLensCounts, document);
  return mergeReadsOnLines(folder.index.readsIn(path)).flatMap((read) =>
    lensesOf(read, { folder, document: document.uri, counts, verdicts }),
  );
}

/** Lenses over flag reads, answered from memory. Where nothing was read yet there are none, and reading starts. */
export function registerFlagLenses(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    indexes.onDidChange(() => changed.fire()),
    verdicts.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const ours = [settings.codeLensEnabled, settings.codeLensCounts];
      if (ours.some(({ key }) => event.affectsConfiguration(key))) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider([...sourceSelector], {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => provideLenses(indexes, verdicts, document),
    }),
  );
}

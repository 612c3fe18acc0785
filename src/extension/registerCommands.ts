import * as vscode from 'vscode';
import { fileAtHand } from './fileAtHand';
import { planAtHand } from './simulator/planAtHand';
import type { CommentPlacer } from '../engine/factsReader';
import { commands } from './commands';
import type { Command } from './commands';
import { chooseFlag, flagAtCursor } from './flags/chooseFlag';
import { findFlag, isFlagPlace } from './flags/flagPlace';
import type { FoundFlag } from './flags/flagPlace';
import { peekFlag } from './flags/peekFlag';
import { toggleCodeLens } from './lenses/toggleCodeLens';
import type { Log } from './log';
import { showRollout } from './rollouts/showRollout';
import { addDefinitions } from './setup/addDefinitions';
import { setUpWorkspace } from './setup/setUpWorkspace';
import { openPlan } from './simulator/openPlan';
import type { Simulator } from './simulator/simulatorEditor';
import type { SimulatorPanels } from './simulator/simulatorPanels';
import { keepFlag } from './stale/keepFlag';
import { openLaunch } from './stale/openLaunch';
import { reviewChanges } from './stale/reviewChanges';
import { setFlagExpiry } from './stale/setFlagExpiry';
import { views } from './views';
import type { AddDefinitionsOffer } from './views/addDefinitionsOffer';
import type { ViewChoices } from './views/viewChoices';
import type { FolderIndexes } from './workspace/folderIndexes';

interface CommandOptions {
  readonly extensionUri: vscode.Uri;
  readonly indexes: FolderIndexes;
  readonly offer: AddDefinitionsOffer;
  readonly choices: ViewChoices;
  readonly log: Log;
  readonly simulator: Simulator;
  readonly stale: Parameters<typeof reviewChanges>[0] &
    Parameters<typeof openLaunch>[1] & { readonly factsReader: CommentPlacer };
}

type Handler = (...args: readonly unknown[]) => unknown;

/** The flag that a command is called with, that the cursor is on, or that the person picks. */
async function flagFor(indexes: FolderIndexes, place: unknown): Promise<FoundFlag | undefined> {
  await indexes.ready();
  if (isFlagPlace(place)) return findFlag(indexes, place);
  return flagAtCursor(indexes) ?? chooseFlag(indexes);
}

async function peek(indexes: FolderIndexes, args: readonly unknown[]): Promise<void> {
  const [place, document, position] = args;
  const found = await flagFor(indexes, place);
  const editor = vscode.window.activeTextEditor;
  if (!found) return;
  if (document instanceof vscode.Uri && position instanceof vscode.Position) {
    await peekFlag(found, { document, position });
  } else if (editor) {
    await peekFlag(found, { document: editor.document.uri, position: editor.selection.active });
  }
}

/** Opens a plan file in another way; it stays where it is. */
async function reopen(given: unknown, viewType: string): Promise<void> {
  const uri = fileAtHand(given);
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, viewType);
}

function handlers({
  extensionUri,
  indexes,
  offer,
  choices,
  log,
  simulator,
  stale,
}: CommandOptions): Readonly<Record<Command, Handler>> {
  const onPlan = async (
    given: unknown,
    work: (panels: SimulatorPanels, uri: vscode.Uri) => Promise<void>,
  ): Promise<void> => {
    const uri = planAtHand(given);
    if (uri) await work(await simulator.panels(), uri);
  };
  return {
    [commands.peekFlag]: (...args) => peek(indexes, args),
    [commands.simulateRollout]: async (place) => {
      const found = await flagFor(indexes, place);
      if (found) await openPlan(found);
    },
    [commands.toggleCodeLens]: toggleCodeLens,
    [commands.refresh]: () => indexes.refresh(),
    [commands.cancelIndexing]: () => indexes.cancel(),
    [commands.setUpWorkspace]: () => setUpWorkspace(indexes),
    [commands.groupFlags]: (given) => choices.group(given),
    [commands.filterFlags]: (given) => choices.setFilter(given),
    [commands.clearFilter]: () => choices.setFilter(''),
    [commands.addDefinitions]: async () => {
      if (await addDefinitions(indexes)) await offer.close();
    },
    [commands.hideAddDefinitions]: () => offer.close(),
    [commands.openPlanAsText]: (given) => reopen(given, 'default'),
    [commands.openPlanAsPanel]: (given) => reopen(given, views.simulator),
    [commands.insertPlanComment]: async (place) => {
      const found = await flagFor(indexes, place);
      if (found) await (await import('./onFirstUse')).insertPlanComment(found, stale.factsReader);
    },
    [commands.runPlan]: (given) => onPlan(given, (panels, uri) => panels.run(uri)),
    [commands.exportReport]: (given, format, target) =>
      onPlan(given, (panels, uri) => panels.export(uri, format, target)),
    [commands.comparePlans]: (given, other) =>
      onPlan(given, (panels, uri) => panels.compare(uri, other)),
    [commands.analyzeResults]: async (plan, data) => {
      const { analyzeResults } = await import('./onFirstUse');
      await analyzeResults(plan, data);
    },
    [commands.fitTraffic]: async (plan, counts) => {
      const { fitPlanTraffic } = await import('./onFirstUse');
      await fitPlanTraffic(plan, counts);
    },
    [commands.keepFlag]: async (place, ...given) => {
      const found = await flagFor(indexes, place);
      if (found) await keepFlag(found, given);
    },
    [commands.setExpiry]: async (place, given) => {
      const found = await flagFor(indexes, place);
      if (found) await setFlagExpiry(found, given);
    },
    [commands.openLaunch]: async (place) => {
      const found = await flagFor(indexes, place);
      if (found) await openLaunch(found, stale);
    },
    [commands.reviewChanges]: (given) => reviewChanges(stale, given),
    [commands.showRollout]: (given) => showRollout(given, { extensionUri, log }),
    [commands.showLog]: () => log.show(),
  };
}

export function registerCommands(options: CommandOptions): vscode.Disposable {
  const registered = Object.entries(handlers(options)).map(([command, handler]) =>
    vscode.commands.registerCommand(command, handler),
  );
  return vscode.Disposable.from(...registered);
}

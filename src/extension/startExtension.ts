import { createRemoteFactsReader } from '../engine/createRemoteFactsReader';
import { createDefinitionHistory } from '../engine/history/definitionHistory';
import { registerKeyCompletion } from './completion/keyCompletion';
import { registerDocumentDiagnostics } from './diagnostics/documentDiagnostics';
import { registerIndexDiagnostics } from './diagnostics/indexDiagnostics';
import { createDefinitionNotes } from './flags/definitionNotes';
import { flagSummary } from './flags/flagSummary';
import { registerFlagHover } from './hover/flagHover';
import { registerFlagLenses } from './lenses/flagLenses';
import { registerPlanLenses } from './lenses/planLenses';
import { createLog } from './log';
import { registerNavigation } from './navigation/registerNavigation';
import type { ExtensionContext, ExtensionPorts } from './ports';
import { grammarReader } from './workspace/grammarReader';
import { prepareIndex } from './workspace/prepareIndex';
import { registerCommands } from './registerCommands';
import { registerFlagQuickFixes } from './quickFixes/flagQuickFixes';
import { registerWrapperQuickFixes } from './quickFixes/wrapperQuickFixes';
import { registerFlagRename } from './rename/flagRename';
import { registerRolloutLenses } from './rollouts/rolloutLenses';
import { registerSimulator } from './simulator/simulatorEditor';
import { FlagVerdicts } from './stale/flagVerdicts';
import { createShownTexts } from './stale/shownTexts';
import { registerStaleQuickFixes } from './stale/staleQuickFixes';
import { createStaleStatusBar } from './stale/staleStatusBar';
import { createFileStatus } from './status/fileStatus';
import { createIndexStatusBar } from './status/indexStatusBar';
import { createAddDefinitionsOffer } from './views/addDefinitionsOffer';
import { registerFlagsView } from './views/flagsView';
import { createViewChoices } from './views/viewChoices';
import { registerYamlHelp } from './yamlHelp/registerYamlHelp';
import { FolderIndexes } from './workspace/folderIndexes';

/** Registers everything and returns. Reading, the parser and git start when somebody asks for what needs them. */
export function startExtension(context: ExtensionContext, ports: ExtensionPorts): void {
  const { extensionUri, subscriptions, workspaceState } = context;
  const log = createLog();
  const factsReader = createRemoteFactsReader({
    start: ports.startIndexing(extensionUri),
    readGrammar: grammarReader(extensionUri),
  });
  const indexes = new FolderIndexes({
    prepare: prepareIndex({ factsReader, createGiveWay: ports.createGiveWay }),
    log,
  });
  const { git, historyCache } = ports;
  const verdicts = new FlagVerdicts({ indexes, factsReader, log, git, historyCache });
  const texts = createShownTexts();
  const offer = createAddDefinitionsOffer(workspaceState);
  const choices = createViewChoices(workspaceState);
  const notes = createDefinitionNotes(ports.git && createDefinitionHistory(ports.git.run));
  const simulator = registerSimulator({
    extensionUri,
    log,
    flagSummary: (plan, key) => flagSummary(indexes, plan, key),
    onFlagsChanged: indexes.onDidChange,
    startIndex: () => indexes.start(),
  });
  subscriptions.push(
    log,
    { dispose: () => factsReader.close() },
    indexes,
    verdicts,
    texts,
    offer,
    choices,
    createIndexStatusBar(indexes),
    createStaleStatusBar(indexes, verdicts),
    createFileStatus(indexes),
    registerFlagLenses(indexes, verdicts),
    registerPlanLenses(),
    registerRolloutLenses(),
    registerFlagHover(indexes, verdicts),
    registerNavigation(indexes),
    registerFlagRename(indexes),
    registerKeyCompletion(indexes),
    registerFlagQuickFixes(indexes),
    registerWrapperQuickFixes(indexes),
    registerStaleQuickFixes(indexes, verdicts),
    registerFlagsView({ indexes, offer, choices, verdicts, notes }),
    registerIndexDiagnostics(indexes, verdicts),
    registerDocumentDiagnostics(),
    registerYamlHelp(),
    simulator,
    registerCommands({
      extensionUri,
      indexes,
      offer,
      choices,
      log,
      simulator,
      stale: { indexes, verdicts, texts, factsReader, git, historyCache },
    }),
  );
}

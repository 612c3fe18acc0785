/**
 * What activation can do without: schemas, YAML and JSON, the index, plans. It is loaded when it is first asked for, with
 * `await import('./onFirstUse')`: in Node a file of its own, in the web a part of the bundle that is not evaluated before.
 */
export { analyzeResults } from './analysis/analyzeResults';
export { fitPlanTraffic } from './analysis/fitPlanTraffic';
export { insertPlanComment } from './flags/insertPlanComment';
export { createPlan } from '../core/experiment/plan/createPlan';
export { editPlan } from '../core/experiment/plan/editPlan';
export { checkPlan } from '../core/experiment/size/checkPlan';
export { planSeedOf } from '../core/experiment/plan/planSeed';
export { canAddDefinition, newDefinition } from '../core/flags/definitions/newDefinition';
export { setExpiry } from '../core/flags/definitions/setExpiry';
export { filesOfRename, planRename } from '../core/flags/rename/planRename';
export { writeKey } from '../core/flags/rename/writeKey';
export { completeYaml } from '../core/help/completeYaml';
export { hoverYaml } from '../core/help/hoverYaml';
export { checkMarkdown } from '../core/report/check/checkMarkdown';
export { addedKeep, settingsWithKeep } from '../core/settings/addedKeep';
export { addedWrapper, settingsWithWrapper } from '../core/settings/addedWrapper';
export { createSettings } from '../core/settings/createSettings';
export { defaultSettings } from '../core/settings/defaultSettings';
export { parseSettings } from '../core/settings/parseSettings';
export { renamedKeep } from '../core/settings/renamedKeep';
export { changedSince } from '../engine/check/changedSince';
export { filesBefore } from '../engine/check/filesBefore';
export { reportFindings } from '../engine/check/reportFindings';
export { reviewChange } from '../engine/check/reviewChange';
export { checkWorkspace } from '../engine/check/checkWorkspace';
export { createKeyMentions } from '../engine/check/keyMentions';
export { createWorkspaceIndex } from '../engine/createWorkspaceIndex';
export { createIgnoreRules } from '../engine/ignoreRules';
export { indexSettingsOf } from '../engine/indexSettings';
export { loadSettings } from '../engine/loadSettings';
export { FolderPlans } from './workspace/folderPlans';
export { SimulatorPanels } from './simulator/simulatorPanels';

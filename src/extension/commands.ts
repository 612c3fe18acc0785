/** Every command, once. `package.json` and `package.nls.json` name the same ones: a test holds them together. */
export const commands = {
  peekFlag: 'flaglab.peekFlag',
  simulateRollout: 'flaglab.simulateRollout',
  toggleCodeLens: 'flaglab.toggleCodeLens',
  refresh: 'flaglab.refresh',
  cancelIndexing: 'flaglab.cancelIndexing',
  setUpWorkspace: 'flaglab.setUpWorkspace',
  groupFlags: 'flaglab.groupFlags',
  filterFlags: 'flaglab.filterFlags',
  clearFilter: 'flaglab.clearFilter',
  addDefinitions: 'flaglab.addDefinitions',
  hideAddDefinitions: 'flaglab.hideAddDefinitions',
  openPlanAsText: 'flaglab.openPlanAsText',
  openPlanAsPanel: 'flaglab.openPlanAsPanel',
  runPlan: 'flaglab.runPlan',
  exportReport: 'flaglab.exportReport',
  comparePlans: 'flaglab.comparePlans',
  analyzeResults: 'flaglab.analyzeResults',
  fitTraffic: 'flaglab.fitTraffic',
  keepFlag: 'flaglab.keepFlag',
  setExpiry: 'flaglab.setExpiry',
  openLaunch: 'flaglab.openLaunch',
  reviewChanges: 'flaglab.reviewChanges',
  showRollout: 'flaglab.showRollout',
  showLog: 'flaglab.showLog',
} as const;

export type Command = (typeof commands)[keyof typeof commands];

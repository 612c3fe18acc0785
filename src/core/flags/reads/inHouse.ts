import type { SdkRulePack } from './readRule';

/** Functions of a project itself that take the keys it declares, whatever stands behind them. */
export const inHouse: SdkRulePack = {
  id: 'in-house',
  name: 'the project’s own flag service',
  definitionFormats: [],
  definedElsewhere: true,
  rows: [],
};

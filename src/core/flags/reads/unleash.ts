import type { SdkRulePack } from './readRule';

/** Unleash. */
export const unleash: SdkRulePack = {
  id: 'unleash',
  name: 'Unleash',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [],
};

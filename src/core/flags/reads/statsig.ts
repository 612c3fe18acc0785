import { statsigJavascript } from './statsig/javascript';
import { statsigPython } from './statsig/python';
import type { SdkRulePack } from './readRule';

/** Statsig. */
export const statsig: SdkRulePack = {
  id: 'statsig',
  name: 'Statsig',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...statsigJavascript, ...statsigPython],
};

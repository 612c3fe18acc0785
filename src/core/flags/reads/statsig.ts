import { statsigJavascript } from './statsig/javascript';
import { statsigPython } from './statsig/python';
import { statsigGo } from './statsig/go';
import type { SdkRulePack } from './readRule';

/** Statsig. */
export const statsig: SdkRulePack = {
  id: 'statsig',
  name: 'Statsig',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...statsigJavascript, ...statsigPython, ...statsigGo],
};

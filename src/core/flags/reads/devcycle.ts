import { devcycleJavascript } from './devcycle/javascript';
import { devcyclePython } from './devcycle/python';
import { devcycleGo } from './devcycle/go';
import type { SdkRulePack } from './readRule';

/** DevCycle. */
export const devcycle: SdkRulePack = {
  id: 'devcycle',
  name: 'DevCycle',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...devcycleJavascript, ...devcyclePython, ...devcycleGo],
};

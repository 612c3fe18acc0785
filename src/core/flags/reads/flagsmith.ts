import { flagsmithJavascript } from './flagsmith/javascript';
import { flagsmithPython } from './flagsmith/python';
import { flagsmithGo } from './flagsmith/go';
import type { SdkRulePack } from './readRule';

/** Flagsmith. */
export const flagsmith: SdkRulePack = {
  id: 'flagsmith',
  name: 'Flagsmith',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...flagsmithJavascript, ...flagsmithPython, ...flagsmithGo],
};

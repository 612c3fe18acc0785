import { openfeatureJavascript } from './openfeature/javascript';
import { openfeaturePython } from './openfeature/python';
import type { SdkRulePack } from './readRule';

/** OpenFeature, the vendor-neutral interface. */
export const openfeature: SdkRulePack = {
  id: 'openfeature',
  name: 'OpenFeature',
  definitionFormats: ['flagd', 'openfeature-manifest'],
  definedElsewhere: false,
  rows: [...openfeatureJavascript, ...openfeaturePython],
};

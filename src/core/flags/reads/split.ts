import { splitJavascript } from './split/javascript';
import { splitPython } from './split/python';
import { splitGo } from './split/go';
import { splitDotnet } from './split/dotnet';
import { splitJvm } from './split/jvm';
import type { SdkRulePack } from './readRule';

/** Split. */
export const split: SdkRulePack = {
  id: 'split',
  name: 'Split',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...splitJavascript, ...splitPython, ...splitGo, ...splitJvm, ...splitDotnet],
};

import { statsigJavascript } from './statsig/javascript';
import { statsigPython } from './statsig/python';
import { statsigGo } from './statsig/go';
import { statsigDotnet } from './statsig/dotnet';
import { statsigJvm } from './statsig/jvm';
import type { SdkRulePack } from './readRule';

/** Statsig. */
export const statsig: SdkRulePack = {
  id: 'statsig',
  name: 'Statsig',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...statsigJavascript, ...statsigPython, ...statsigGo, ...statsigJvm, ...statsigDotnet],
};

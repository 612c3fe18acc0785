import { optimizelyJavascript } from './optimizely/javascript';
import { optimizelyPython } from './optimizely/python';
import { optimizelyGo } from './optimizely/go';
import { optimizelyDotnet } from './optimizely/dotnet';
import { optimizelyJvm } from './optimizely/jvm';
import type { SdkRulePack } from './readRule';

/** Optimizely. */
export const optimizely: SdkRulePack = {
  id: 'optimizely',
  name: 'Optimizely',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...optimizelyJavascript,
    ...optimizelyPython,
    ...optimizelyGo,
    ...optimizelyJvm,
    ...optimizelyDotnet,
  ],
};

import { flagsmithJavascript } from './flagsmith/javascript';
import { flagsmithPython } from './flagsmith/python';
import { flagsmithGo } from './flagsmith/go';
import { flagsmithDotnet } from './flagsmith/dotnet';
import { flagsmithJvm } from './flagsmith/jvm';
import type { SdkRulePack } from './readRule';

/** Flagsmith. */
export const flagsmith: SdkRulePack = {
  id: 'flagsmith',
  name: 'Flagsmith',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...flagsmithJavascript,
    ...flagsmithPython,
    ...flagsmithGo,
    ...flagsmithJvm,
    ...flagsmithDotnet,
  ],
};

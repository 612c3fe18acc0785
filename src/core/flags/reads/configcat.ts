import { configcatJavascript } from './configcat/javascript';
import { configcatPython } from './configcat/python';
import { configcatGo } from './configcat/go';
import { configcatDotnet } from './configcat/dotnet';
import { configcatJvm } from './configcat/jvm';
import type { SdkRulePack } from './readRule';

/** ConfigCat. */
export const configcat: SdkRulePack = {
  id: 'configcat',
  name: 'ConfigCat',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...configcatJavascript,
    ...configcatPython,
    ...configcatGo,
    ...configcatJvm,
    ...configcatDotnet,
  ],
};

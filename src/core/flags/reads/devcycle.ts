import { devcycleJavascript } from './devcycle/javascript';
import { devcyclePython } from './devcycle/python';
import { devcycleGo } from './devcycle/go';
import { devcycleDotnet } from './devcycle/dotnet';
import { devcycleJvm } from './devcycle/jvm';
import type { SdkRulePack } from './readRule';

/** DevCycle. */
export const devcycle: SdkRulePack = {
  id: 'devcycle',
  name: 'DevCycle',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...devcycleJavascript,
    ...devcyclePython,
    ...devcycleGo,
    ...devcycleJvm,
    ...devcycleDotnet,
  ],
};

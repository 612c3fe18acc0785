import { growthbookJavascript } from './growthbook/javascript';
import { growthbookPython } from './growthbook/python';
import { growthbookGo } from './growthbook/go';
import { growthbookDotnet } from './growthbook/dotnet';
import { growthbookJvm } from './growthbook/jvm';
import type { SdkRulePack } from './readRule';

/** GrowthBook. */
export const growthbook: SdkRulePack = {
  id: 'growthbook',
  name: 'GrowthBook',
  definitionFormats: ['growthbook', 'openfeature-manifest'],
  definedElsewhere: true,
  rows: [
    ...growthbookJavascript,
    ...growthbookPython,
    ...growthbookGo,
    ...growthbookJvm,
    ...growthbookDotnet,
  ],
};

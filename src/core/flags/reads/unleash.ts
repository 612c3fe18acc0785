import { unleashJavascript } from './unleash/javascript';
import { unleashPython } from './unleash/python';
import { unleashGo } from './unleash/go';
import { unleashDotnet } from './unleash/dotnet';
import { unleashJvm } from './unleash/jvm';
import type { SdkRulePack } from './readRule';

/** Unleash. */
export const unleash: SdkRulePack = {
  id: 'unleash',
  name: 'Unleash',
  definitionFormats: ['unleash', 'openfeature-manifest'],
  definedElsewhere: true,
  rows: [...unleashJavascript, ...unleashPython, ...unleashGo, ...unleashJvm, ...unleashDotnet],
};

import { openfeatureDotnet } from './openfeature/dotnet';
import { openfeatureJvm } from './openfeature/jvm';
import { openfeatureJavascript } from './openfeature/javascript';
import { openfeaturePython } from './openfeature/python';
import { openfeatureGo } from './openfeature/go';
import type { SdkRulePack } from './readRule';

/** OpenFeature, the vendor-neutral interface. */
export const openfeature: SdkRulePack = {
  id: 'openfeature',
  name: 'OpenFeature',
  // Each format has a provider: which one a program uses is settled while it runs.
  definitionFormats: [
    'flagd',
    'openfeature-manifest',
    'go-feature-flag',
    'unleash',
    'launchdarkly-file',
    'microsoft-feature-management',
    'growthbook',
  ],
  definedElsewhere: false,
  rows: [
    ...openfeatureJavascript,
    ...openfeaturePython,
    ...openfeatureGo,
    ...openfeatureJvm,
    ...openfeatureDotnet,
  ],
};

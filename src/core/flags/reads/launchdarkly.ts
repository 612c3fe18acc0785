import { launchdarklyDotnet } from './launchdarkly/dotnet';
import { launchdarklyJvm } from './launchdarkly/jvm';
import { launchdarklyJavascript } from './launchdarkly/javascript';
import { launchdarklyPython } from './launchdarkly/python';
import { launchdarklyGo } from './launchdarkly/go';
import type { SdkRulePack } from './readRule';

/** LaunchDarkly. */
export const launchdarkly: SdkRulePack = {
  id: 'launchdarkly',
  name: 'LaunchDarkly',
  // A manifest can declare any vendor's keys; who gets them stays with the vendor.
  definitionFormats: ['launchdarkly-file', 'openfeature-manifest'],
  definedElsewhere: true,
  // Users and values, for clients that speak to the service themselves.
  vendorPackages: [
    'go:github.com/launchdarkly/go-sdk-common/*',
    'go:gopkg.in/launchdarkly/go-sdk-common.v*',
  ],
  rows: [
    ...launchdarklyJavascript,
    ...launchdarklyPython,
    ...launchdarklyGo,
    ...launchdarklyJvm,
    ...launchdarklyDotnet,
  ],
};

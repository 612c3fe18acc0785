import { launchdarkly } from './launchdarkly';
import { openfeature } from './openfeature';
import type { SdkRulePack } from './readRule';

/** Every SDK whose reads are recognised, in stable order. A new one is one file and one line here. */
export const sdkRulePacks: readonly SdkRulePack[] = [openfeature, launchdarkly];

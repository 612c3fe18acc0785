import { configcat } from './configcat';
import { devcycle } from './devcycle';
import { flagsmith } from './flagsmith';
import { growthbook } from './growthbook';
import { launchdarkly } from './launchdarkly';
import { microsoftFeatureManagement } from './microsoftFeatureManagement';
import { openfeature } from './openfeature';
import { optimizely } from './optimizely';
import { otelGates } from './otelGates';
import { posthog } from './posthog';
import type { SdkRulePack } from './readRule';
import { split } from './split';
import { statsig } from './statsig';
import { unleash } from './unleash';
import { djangoWaffle } from './djangoWaffle';

/** Every SDK whose reads are recognised, in stable order. A new one is one file and one line here. */
export const sdkRulePacks: readonly SdkRulePack[] = [
  openfeature,
  launchdarkly,
  unleash,
  growthbook,
  split,
  statsig,
  configcat,
  flagsmith,
  optimizely,
  posthog,
  devcycle,
  djangoWaffle,
  microsoftFeatureManagement,
  otelGates,
];

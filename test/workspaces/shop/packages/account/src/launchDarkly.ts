import { init } from '@launchdarkly/node-server-sdk';

export const launchDarkly = init(process.env.LAUNCHDARKLY_SDK_KEY ?? '');

import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

/** The server's methods take whom they ask for first. */
function reads(key: number): Record<string, Shape> {
  return {
    isFeatureEnabled: keyThenDefault(key, { valueType: 'boolean' }),
    ...named(['getFeatureFlag', 'getFeatureFlagPayload'], keyThenDefault(key)),
  };
}

const serverClient: Shape = { returns: { type: 'PostHog' } };

/** Sources: PostHog/posthog-android at 1042d253 and, for the server, at 02e1505c. */
export const posthogJvm: readonly SdkRow[] = [
  {
    id: 'android',
    title: 'Kotlin and Android',
    packages: ['jvm:com.posthog'],
    exports: { PostHog: { type: 'PostHog' } },
    exportedTypes: { PostHog: 'PostHog', PostHogInterface: 'PostHog' },
    types: {
      PostHog: {
        members: { ...reads(0), getFeatureFlagResult: keyThenDefault(0) },
        returns: { type: 'PostHog' },
      },
    },
  },
  {
    id: 'jvm-server',
    title: 'Java and Kotlin server',
    packages: ['jvm:com.posthog.server'],
    exports: { PostHog: { ...serverClient, members: { with: serverClient } } },
    exportedTypes: { PostHog: 'PostHog', PostHogInterface: 'PostHog' },
    types: { PostHog: { members: reads(1) } },
  },
];

import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };

/** Source: PostHog/posthog-go at fd8580e. */
export const posthogGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/posthog/posthog-go'],
    packageName: 'posthog',
    exports: { New: client, NewWithConfig: client },
    exportedTypes: { Client: 'Client' },
    types: {
      Client: {
        members: eachOf(
          ['IsFeatureEnabled', 'GetFeatureFlag', 'GetFeatureFlagResult', 'GetFeatureFlagPayload'],
          readOf([0], { property: 'Key' }),
        ),
      },
    },
  },
];

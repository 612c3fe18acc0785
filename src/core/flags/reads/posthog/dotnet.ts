import { keyAt } from '../keyAt';
import type { SdkRow } from '../readRule';

/** Source: PostHog/posthog-dotnet at 190c6d3. */
export const posthogDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:PostHog', 'dotnet:PostHog.AspNetCore'],
    exports: { PostHogClient: { returns: { type: 'PostHogClient' } } },
    exportedTypes: { PostHogClient: 'PostHogClient', IPostHogClient: 'PostHogClient' },
    types: {
      PostHogClient: {
        members: {
          IsFeatureEnabledAsync: keyAt(0, { valueType: 'boolean' }),
          GetFeatureFlagAsync: keyAt(0),
        },
      },
    },
  },
];

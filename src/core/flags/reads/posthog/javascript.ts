import { keyAt, keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const reads: Readonly<Record<string, Shape>> = named(
  ['isFeatureEnabled', 'getFeatureFlag', 'getFeatureFlagPayload', 'getFeatureFlagResult'],
  keyAt(0),
);
const types: SdkRow['types'] = { PostHog: { members: reads } };
const exportedTypes: SdkRow['exportedTypes'] = { PostHog: 'PostHog' };
const instance: Shape = { returns: { type: 'PostHog' } };

/** Source: PostHog/posthog-js at 9b2a1b18d. */
export const posthogJavascript: readonly SdkRow[] = [
  {
    id: 'browser',
    title: 'JS browser',
    packages: ['posthog-js'],
    exports: { default: { type: 'PostHog' }, posthog: { type: 'PostHog' } },
    exportedTypes,
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@posthog/react', 'posthog-js/react'],
    exports: {
      useFeatureFlagEnabled: keyThenDefault(0),
      ...named(
        ['useFeatureFlagVariantKey', 'useFeatureFlagPayload', 'useFeatureFlagResult'],
        keyAt(0),
      ),
      usePostHog: instance,
      PostHogFeature: { element: { key: 'flag' } },
    },
    exportedTypes,
    types,
  },
  {
    id: 'react-native',
    title: 'React Native',
    packages: ['posthog-react-native'],
    exports: {
      ...named(['useFeatureFlag', 'useFeatureFlagWithPayload', 'useFeatureFlagResult'], keyAt(0)),
      usePostHog: instance,
      PostHog: instance,
      default: instance,
    },
    exportedTypes,
    types,
  },
  {
    id: 'node',
    title: 'Node',
    packages: ['posthog-node'],
    exports: { PostHog: instance },
    exportedTypes,
    types,
  },
];

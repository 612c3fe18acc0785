import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const reads: Readonly<Record<string, Shape>> = {
  feature_enabled: readOf([0, 'key'], { valueType: 'boolean', telling: true }),
  ...eachOf(
    ['get_feature_flag', 'get_feature_flag_result', 'get_feature_flag_payload'],
    readOf([0, 'key'], { telling: true }),
  ),
};
const client: Shape = { returns: { type: 'Client' } };

/** Source: PostHog/posthog-python at c55c9b22. */
export const posthogPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:posthog', 'python:posthog.client'],
    exports: { ...reads, Posthog: client, Client: client },
    exportedTypes: { Posthog: 'Client', Client: 'Client' },
    types: { Client: { members: reads } },
  },
];

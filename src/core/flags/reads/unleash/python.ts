import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'UnleashClient' } };

/** Source: Unleash/unleash-python-sdk at bd77995. */
export const unleashPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:UnleashClient'],
    exports: { UnleashClient: client },
    exportedTypes: { UnleashClient: 'UnleashClient' },
    types: {
      UnleashClient: {
        members: {
          is_enabled: readOf([0, 'feature_name'], {
            default: [2, 'fallback_function'],
            valueType: 'boolean',
          }),
          get_variant: readOf([0, 'feature_name']),
        },
      },
    },
  },
];

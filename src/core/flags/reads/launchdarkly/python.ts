import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'LDClient' } };

/** Source: launchdarkly/python-server-sdk at 8a98583. */
export const launchdarklyPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:ldclient', 'python:ldclient.client'],
    exports: { get: client, LDClient: client },
    exportedTypes: { LDClient: 'LDClient' },
    types: {
      LDClient: {
        members: {
          ...eachOf(
            ['variation', 'variation_detail'],
            readOf([0, 'key'], { default: [2, 'default'], telling: true }),
          ),
          migration_variation: readOf([0, 'key'], {
            default: [2, 'default_stage'],
            valueType: 'string',
            telling: true,
          }),
          all_flags_state: { returns: { type: 'FeatureFlagsState' } },
        },
      },
      FeatureFlagsState: { members: { get_flag_value: readOf([0, 'key']) } },
    },
  },
];

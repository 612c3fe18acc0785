import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const flags: Shape = { returns: { type: 'Flags' } };

/** Source: Flagsmith/flagsmith-python-client at 9a85c05. */
export const flagsmithPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:flagsmith', 'python:flagsmith.models'],
    exports: { Flagsmith: { returns: { type: 'Flagsmith' } } },
    exportedTypes: { Flagsmith: 'Flagsmith', Flags: 'Flags' },
    types: {
      Flagsmith: { members: { get_environment_flags: flags, get_identity_flags: flags } },
      Flags: {
        members: {
          is_feature_enabled: readOf([0, 'feature_name'], { valueType: 'boolean', telling: true }),
          ...eachOf(['get_feature_value', 'get_flag'], readOf([0, 'feature_name'])),
        },
      },
    },
  },
];

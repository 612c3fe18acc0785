import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const manager: Shape = { returns: { type: 'FeatureManager' } };

/** Source: microsoft/FeatureManagement-Python at 1b33c9b. */
export const microsoftFeatureManagementPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:featuremanagement', 'python:featuremanagement.aio'],
    exports: { FeatureManager: manager },
    exportedTypes: { FeatureManager: 'FeatureManager' },
    types: {
      FeatureManager: {
        members: {
          is_enabled: readOf([0, 'feature_flag_id'], { valueType: 'boolean' }),
          get_variant: readOf([0, 'feature_flag_id']),
        },
      },
    },
  },
];

import { keyAt, named } from '../keyAt';
import type { SdkRow } from '../readRule';

/** Source: microsoft/FeatureManagement-JavaScript at f19ffa1. */
export const microsoftFeatureManagementJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS',
    packages: ['@microsoft/feature-management'],
    exports: { FeatureManager: { returns: { type: 'FeatureManager' } } },
    exportedTypes: { FeatureManager: 'FeatureManager' },
    types: { FeatureManager: { members: named(['isEnabled', 'getVariant'], keyAt(0)) } },
  },
];

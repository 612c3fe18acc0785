import { keyAt, named } from '../keyAt';
import type { CallRule, SdkRow, Shape } from '../readRule';

const enumKey = { argument: 0, enumName: true } as const;
const managers = [
  'IFeatureManager',
  'IFeatureManagerSnapshot',
  'IVariantFeatureManager',
  'IVariantFeatureManagerSnapshot',
  'FeatureManager',
];

/** `[FeatureGate(K1, K2)]`; a `RequirementType` or a `bool` may come first. */
const gate: CallRule = { key: { ...enumKey, rest: true }, valueType: 'boolean' };

/** `IsEnabledAsync(K)`, and methods on types of ASP.NET: `WithFeatureGate(K)`, `AddForFeature<T>(K)`, ... */
const extension: Shape = { read: { key: enumKey, valueType: 'boolean' } };

/** Source: microsoft/FeatureManagement-Dotnet at 1e6f14c. */
export const microsoftFeatureManagementDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: [
      'dotnet:Microsoft.FeatureManagement',
      'dotnet:Microsoft.FeatureManagement.Mvc',
      'dotnet:Microsoft.FeatureManagement.AspNetCore',
    ],
    exports: {
      FeatureManager: { returns: { type: 'FeatureManager' } },
      RequirementType: { members: { Any: {}, All: {} } },
      ...named(['FeatureGate', 'FeatureGateAttribute'], { read: gate }),
      ...named(
        ['WithFeatureGate', 'AddForFeature', 'UseMiddlewareForFeature', 'UseForFeature'],
        extension,
      ),
    },
    exportedTypes: Object.fromEntries(managers.map((name) => [name, 'FeatureManager'])),
    types: {
      FeatureManager: {
        members: {
          IsEnabledAsync: extension,
          GetVariantAsync: keyAt(0),
        },
      },
    },
  },
];

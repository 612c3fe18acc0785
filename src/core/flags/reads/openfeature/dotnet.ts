import type { FlagValueType } from '../../../model/flagDefinition';
import type { SdkRow, Shape } from '../readRule';

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['Boolean', 'boolean'],
  ['String', 'string'],
  ['Integer', 'number'],
  ['Double', 'number'],
  ['Object', 'object'],
];

function reads(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of valueTypes) {
    for (const result of ['Value', 'Details']) {
      shapes[`Get${name}${result}Async`] = {
        read: {
          key: { argument: 0, name: 'flagKey' },
          default: { argument: 1, name: 'defaultValue' },
          valueType,
          telling: true,
        },
      };
    }
  }
  return shapes;
}

/** Source: open-feature/dotnet-sdk at 662440e. */
export const openfeatureDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:OpenFeature'],
    exports: { Api: { members: { Instance: { type: 'Api' } } } },
    exportedTypes: { IFeatureClient: 'Client', FeatureClient: 'Client', Api: 'Api' },
    types: {
      Api: { members: { GetClient: { returns: { type: 'Client' } } } },
      Client: { members: reads() },
    },
  },
];

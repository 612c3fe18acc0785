import type { FlagValueType } from '../../../model/flagDefinition';
import type { SdkRow, Shape } from '../readRule';

const typed: readonly (readonly [string, FlagValueType])[] = [
  ['Bool', 'boolean'],
  ['Int', 'number'],
  ['Float', 'number'],
  ['Double', 'number'],
  ['String', 'string'],
  ['Json', 'object'],
];

/** `BoolVariation(K, ...)`, ... and their `...Detail`; the default stands at `argument`. */
function variations(argument: number): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of typed) {
    const read: Shape = {
      read: {
        key: { argument: 0, name: 'key' },
        default: { argument, name: 'defaultValue' },
        valueType,
        telling: true,
      },
    };
    shapes[`${name}Variation`] = read;
    shapes[`${name}VariationDetail`] = read;
  }
  return shapes;
}

const client: Shape = { returns: { type: 'LdClient' } };
const clientTypes: SdkRow['exportedTypes'] = { LdClient: 'LdClient', ILdClient: 'LdClient' };

/** Source: launchdarkly/dotnet-core at 91e2e36a. */
export const launchdarklyDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet-server',
    title: 'C# server',
    packages: ['dotnet:LaunchDarkly.Sdk.Server', 'dotnet:LaunchDarkly.Sdk.Server.Interfaces'],
    exports: { LdClient: client },
    exportedTypes: clientTypes,
    types: {
      LdClient: {
        members: {
          ...variations(2),
          MigrationVariation: {
            read: {
              key: { argument: 0, name: 'key' },
              default: { argument: 2, name: 'defaultStage' },
              valueType: 'string',
              telling: true,
            },
          },
        },
      },
    },
  },
  {
    id: 'dotnet-client',
    title: 'C# client',
    packages: ['dotnet:LaunchDarkly.Sdk.Client', 'dotnet:LaunchDarkly.Sdk.Client.Interfaces'],
    exports: {
      LdClient: {
        ...client,
        members: { Init: client, InitAsync: client, Instance: client.returns ?? {} },
      },
    },
    exportedTypes: clientTypes,
    types: { LdClient: { members: variations(1) } },
  },
];

import type { FlagValueType } from '../../../model/flagDefinition';
import type { SdkRow, Shape } from '../readRule';

const typed: readonly (readonly [string, FlagValueType])[] = [
  ['bool', 'boolean'],
  ['int', 'number'],
  ['double', 'number'],
  ['string', 'string'],
  ['jsonValue', 'object'],
];

/** `boolVariation(K, ...)`, ... and their `...Detail`; the default stands at `argument`. */
function variations(argument: number): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of typed) {
    const read: Shape = {
      read: { key: { argument: 0 }, default: { argument }, valueType, telling: true },
    };
    shapes[`${name}Variation`] = read;
    shapes[`${name}VariationDetail`] = read;
  }
  return shapes;
}

const client: Shape = { returns: { type: 'LDClient' } };
const clientTypes: SdkRow['exportedTypes'] = {
  LDClient: 'LDClient',
  LDClientInterface: 'LDClient',
};

/** Sources: launchdarkly/java-core at 2a98583, android-client-sdk at 04215340. */
export const launchdarklyJvm: readonly SdkRow[] = [
  {
    id: 'jvm-server',
    title: 'Java and Kotlin server',
    packages: ['jvm:com.launchdarkly.sdk.server', 'jvm:com.launchdarkly.sdk.server.interfaces'],
    exports: { LDClient: client },
    exportedTypes: clientTypes,
    types: {
      LDClient: {
        members: {
          ...variations(2),
          migrationVariation: {
            read: {
              key: { argument: 0 },
              default: { argument: 2 },
              valueType: 'string',
              telling: true,
            },
          },
        },
      },
    },
  },
  {
    id: 'android',
    title: 'Android (Java and Kotlin)',
    packages: ['jvm:com.launchdarkly.sdk.android'],
    exports: {
      LDClient: { ...client, members: { init: client, get: client, getForMobileKey: client } },
    },
    exportedTypes: clientTypes,
    types: { LDClient: { members: variations(1) } },
  },
];

import type { FlagValueType } from '../../../model/flagDefinition';
import type { SdkRow, Shape } from '../readRule';

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['Boolean', 'boolean'],
  ['String', 'string'],
  ['Integer', 'number'],
  ['Long', 'number'],
  ['Double', 'number'],
  ['Object', 'object'],
];

function reads(isServer: boolean): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of valueTypes) {
    if (name === 'Long' && !isServer) continue;
    for (const result of ['Value', 'Details']) {
      shapes[`get${name}${result}`] = {
        read: {
          key: { argument: 0, name: 'key' },
          default: { argument: 1, name: 'defaultValue' },
          valueType,
          telling: true,
        },
      };
    }
  }
  return shapes;
}

const client: Shape = { type: 'Client' };
/** Kotlin calls a getter as a property. */
const clients: Shape = { members: { getClient: { returns: client }, client } };

/** Sources: open-feature/java-sdk at be9c1786, kotlin-sdk at cfe7ac4. */
export const openfeatureJvm: readonly SdkRow[] = [
  {
    id: 'jvm-server',
    title: 'Java and Kotlin server',
    packages: ['jvm:dev.openfeature.sdk'],
    exports: { OpenFeatureAPI: { members: { getInstance: { returns: { type: 'Api' } } } } },
    exportedTypes: { Client: 'Client', OpenFeatureClient: 'Client', OpenFeatureAPI: 'Api' },
    types: { Api: clients, Client: { members: reads(true) } },
  },
  {
    id: 'kotlin',
    title: 'Kotlin and Android',
    packages: ['jvm:dev.openfeature.kotlin.sdk'],
    exports: { OpenFeatureAPI: clients },
    exportedTypes: { Client: 'Client', OpenFeatureClient: 'Client' },
    types: { Client: { members: reads(false) } },
  },
];

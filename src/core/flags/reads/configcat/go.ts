import type { FlagValueType } from '../../../model/flagDefinition';
import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['Bool', 'boolean'],
  ['Int', 'number'],
  ['Float', 'number'],
  ['String', 'string'],
];

/** `GetBoolValue(K, D, U)`, `GetBoolValueDetails`, ... */
function typedReads(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [type, valueType] of valueTypes) {
    const shape = readOf([0], { default: [1], valueType, telling: true });
    shapes[`Get${type}Value`] = shape;
    shapes[`Get${type}ValueDetails`] = shape;
  }
  return shapes;
}

/** Source: configcat/go-sdk at 08a74b9. */
export const configcatGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/configcat/go-sdk/v*'],
    packageName: 'configcat',
    exports: { NewClient: client, NewCustomClient: client },
    exportedTypes: { Client: 'Client' },
    types: { Client: { members: typedReads() } },
  },
];

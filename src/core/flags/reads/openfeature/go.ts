import type { FlagValueType } from '../../../model/flagDefinition';
import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['Boolean', 'boolean'],
  ['String', 'string'],
  ['Int', 'number'],
  ['Float', 'number'],
  ['Object', 'object'],
];

/** `BooleanValue(G, K, D, context)`, `BooleanValueDetails`, and `Boolean`, which gives no error. */
function typedReads(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [type, valueType] of valueTypes) {
    const details = { default: [2], valueType } as const;
    shapes[`${type}Value`] = readOf([1], { ...details, telling: true });
    shapes[`${type}ValueDetails`] = readOf([1], { ...details, telling: true });
    shapes[type] = readOf([1], details);
  }
  return shapes;
}

/** Source: open-feature/go-sdk at eebb3bd. */
export const openfeatureGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: [
      'go:github.com/open-feature/go-sdk/openfeature',
      'go:github.com/open-feature/go-sdk/pkg/openfeature',
    ],
    exports: {
      NewClient: client,
      NewDefaultClient: client,
      GetApiInstance: { returns: { type: 'Api' } },
    },
    exportedTypes: { Client: 'Client', IClient: 'Client' },
    types: {
      Client: { members: typedReads() },
      Api: { members: { GetClient: client, GetNamedClient: client } },
    },
  },
];

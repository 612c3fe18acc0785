import type { FlagValueType } from '../../../model/flagDefinition';
import type { SdkRow, Shape } from '../readRule';

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['Boolean', 'boolean'],
  ['String', 'string'],
  ['Number', 'number'],
  ['Object', 'object'],
];

function read(valueType?: FlagValueType): Shape {
  return {
    read: {
      key: { argument: 0 },
      default: { argument: 1 },
      telling: true,
      ...(valueType && { valueType }),
    },
  };
}

/** One shape for each type of value and each of `Value`, `Details`. */
function typedReads(nameOf: (type: string, result: string) => string): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of valueTypes) {
    for (const result of ['Value', 'Details']) shapes[nameOf(name, result)] = read(valueType);
  }
  return shapes;
}

/** `@BooleanFeatureFlag({ flagKey, defaultValue })` and those of the other types. */
function flagDecorators(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of valueTypes) {
    shapes[`${name}FeatureFlag`] = {
      read: {
        key: { argument: 0, property: 'flagKey' },
        default: { argument: 0, property: 'defaultValue' },
        valueType,
      },
    };
  }
  return shapes;
}

const types: SdkRow['types'] = {
  Client: { members: typedReads((type, result) => `get${type}${result}`) },
  OpenFeatureAPI: { members: { getClient: { returns: { type: 'Client' } } } },
};

const api: SdkRow['exports'] = {
  OpenFeature: { type: 'OpenFeatureAPI' },
  OpenFeatureAPI: { members: { getInstance: { returns: { type: 'OpenFeatureAPI' } } } },
};

const exportedTypes: SdkRow['exportedTypes'] = {
  Client: 'Client',
  OpenFeatureClient: 'Client',
  OpenFeatureAPI: 'OpenFeatureAPI',
};

/** Source: open-feature/js-sdk at 78964f78. */
export const openfeatureJavascript: readonly SdkRow[] = [
  {
    id: 'server',
    title: 'JS server',
    packages: ['@openfeature/server-sdk', '@openfeature/js-sdk'],
    exports: api,
    exportedTypes,
    types,
  },
  {
    id: 'web',
    title: 'JS web',
    packages: ['@openfeature/web-sdk'],
    exports: api,
    exportedTypes,
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@openfeature/react-sdk'],
    exports: {
      ...api,
      useFlag: read(),
      useSuspenseFlag: read(),
      ...typedReads((type, result) => `use${type}Flag${result}`),
      useOpenFeatureClient: { returns: { type: 'Client' } },
      FeatureFlag: { element: { key: 'flagKey', default: 'defaultValue' } },
    },
    exportedTypes,
    types,
  },
  {
    id: 'nest',
    title: 'NestJS',
    packages: ['@openfeature/nestjs-sdk'],
    exports: {
      ...flagDecorators(),
      RequireFlagsEnabled: {
        read: {
          key: { argument: 0, property: 'flags', each: true, eachProperty: 'flagKey' },
          valueType: 'boolean',
        },
      },
    },
    exportedTypes: {},
    types: {},
  },
  {
    id: 'angular',
    title: 'Angular (in code)',
    packages: ['@openfeature/angular-sdk'],
    exports: {},
    exportedTypes: { FeatureFlagService: 'FeatureFlagService' },
    types: { FeatureFlagService: { members: typedReads((type) => `get${type}Details`) } },
  },
];

import type { FlagValueType } from '../../../model/flagDefinition';
import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'LDClient' } };

const valueTypes: readonly (readonly [string, FlagValueType | undefined])[] = [
  ['Bool', 'boolean'],
  ['Int', 'number'],
  ['Float64', 'number'],
  ['String', 'string'],
  ['JSON', undefined],
];

/** `BoolVariation(K, U, D)`, `BoolVariationDetail`, and both with `Ctx`, which takes a Go context first. */
function variations(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [type, valueType] of valueTypes) {
    for (const call of [`${type}Variation`, `${type}VariationDetail`]) {
      const details = { telling: true, ...(valueType && { valueType }) };
      shapes[call] = readOf([0], { default: [2], ...details });
      shapes[`${call}Ctx`] = readOf([1], { default: [3], ...details });
    }
  }
  return shapes;
}

/** Source: launchdarkly/go-server-sdk at d9d524d3. */
export const launchdarklyGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: [
      'go:github.com/launchdarkly/go-server-sdk/v*',
      'go:gopkg.in/launchdarkly/go-server-sdk.v*',
    ],
    packageName: 'ldclient',
    exports: { MakeClient: client, MakeCustomClient: client },
    exportedTypes: { LDClient: 'LDClient' },
    types: {
      LDClient: {
        members: {
          ...variations(),
          MigrationVariation: readOf([0], { default: [2], telling: true }),
          MigrationVariationCtx: readOf([1], { default: [3], telling: true }),
          AllFlagsState: { returns: { type: 'AllFlags' } },
          WithEventsDisabled: client,
        },
      },
      AllFlags: { members: { GetValue: readOf([0]), GetFlag: readOf([0]) } },
    },
  },
  {
    id: 'go-interfaces',
    title: 'Go, by its interfaces',
    packages: ['go:github.com/launchdarkly/go-server-sdk/v*/interfaces'],
    exports: {},
    exportedTypes: { LDClientInterface: 'Evaluations', LDClientEvaluations: 'Evaluations' },
    types: { Evaluations: { members: variations() } },
  },
];

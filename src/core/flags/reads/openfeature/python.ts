import type { FlagValueType } from '../../../model/flagDefinition';
import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const valueTypes: readonly (readonly [string, FlagValueType])[] = [
  ['boolean', 'boolean'],
  ['string', 'string'],
  ['integer', 'number'],
  ['float', 'number'],
  ['object', 'object'],
];

/** `get_boolean_value`, `get_boolean_details`, and both with `_async`. */
function typedReads(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [type, valueType] of valueTypes) {
    const shape = readOf([0, 'flag_key'], {
      default: [1, 'default_value'],
      valueType,
      telling: true,
    });
    for (const result of ['value', 'details', 'value_async', 'details_async']) {
      shapes[`get_${type}_${result}`] = shape;
    }
  }
  return shapes;
}

const client: Shape = { returns: { type: 'OpenFeatureClient' } };

/** Source: open-feature/python-sdk at 371aca1. */
export const openfeaturePython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:openfeature', 'python:openfeature.api', 'python:openfeature.client'],
    exports: {
      api: { members: { get_client: client } },
      get_client: client,
      OpenFeatureClient: client,
    },
    exportedTypes: { OpenFeatureClient: 'OpenFeatureClient' },
    types: { OpenFeatureClient: { members: typedReads() } },
  },
];

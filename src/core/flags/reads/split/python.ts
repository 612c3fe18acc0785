import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const factory: Shape = { returns: { type: 'SplitFactory' } };

/** Source: splitio/python-client at 070447d. */
export const splitPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:splitio', 'python:splitio.client.client', 'python:splitio.client.factory'],
    exports: { get_factory: factory, get_factory_async: factory },
    exportedTypes: { Client: 'Client', SplitFactory: 'SplitFactory' },
    types: {
      SplitFactory: { members: { client: { returns: { type: 'Client' } } } },
      Client: {
        members: {
          ...eachOf(
            ['get_treatment', 'get_treatment_with_config'],
            readOf([1, 'feature_flag_name'], { valueType: 'string', telling: true }),
          ),
          ...eachOf(
            ['get_treatments', 'get_treatments_with_config'],
            readOf([1, 'feature_flag_names'], { each: true, telling: true }),
          ),
        },
      },
    },
  },
];

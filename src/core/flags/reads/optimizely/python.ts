import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Optimizely' } };

/** Source: optimizely/python-sdk at e1f2ec5. */
export const optimizelyPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: [
      'python:optimizely',
      'python:optimizely.optimizely',
      'python:optimizely.optimizely_user_context',
    ],
    exports: { Optimizely: client, optimizely: { members: { Optimizely: client } } },
    exportedTypes: {
      Optimizely: 'Optimizely',
      OptimizelyUserContext: 'OptimizelyUserContext',
    },
    types: {
      Optimizely: {
        members: {
          create_user_context: { returns: { type: 'OptimizelyUserContext' } },
          is_feature_enabled: readOf([0, 'feature_key'], { valueType: 'boolean', telling: true }),
          ...eachOf(
            [
              'get_feature_variable',
              'get_feature_variable_boolean',
              'get_feature_variable_double',
              'get_feature_variable_integer',
              'get_feature_variable_string',
              'get_feature_variable_json',
            ],
            readOf([0, 'feature_key'], { telling: true }),
          ),
          ...eachOf(['activate', 'get_variation'], readOf([0, 'experiment_key'])),
        },
      },
      OptimizelyUserContext: {
        members: {
          decide: readOf([0, 'key']),
          decide_for_keys: readOf([0, 'keys'], { each: true, telling: true }),
        },
      },
    },
  },
];

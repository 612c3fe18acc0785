import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

/** `@waffle_flag("k")`, `@waffle_flag("!k")`: the sign negates. */
function decorator(name: string): Shape {
  return readOf([0, name], { valueType: 'boolean', telling: true, without: '!' });
}

const override: Shape = readOf([0, 'name'], { telling: true });
const model: Shape = { members: { get: readOf([0, 'name']) } };

/** Source: django-waffle/django-waffle at 76f880d. */
export const djangoWafflePython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: [
      'python:waffle',
      'python:waffle.decorators',
      'python:waffle.mixins',
      'python:waffle.models',
      'python:waffle.testutils',
    ],
    exports: {
      flag_is_active: readOf([1, 'flag_name'], { valueType: 'boolean', telling: true }),
      switch_is_active: readOf([0, 'switch_name'], { valueType: 'boolean', telling: true }),
      sample_is_active: readOf([0, 'sample_name'], { valueType: 'boolean', telling: true }),
      waffle_flag: decorator('flag_name'),
      waffle_switch: decorator('switch_name'),
      waffle_sample: decorator('sample_name'),
      WaffleFlagMixin: { element: { key: 'waffle_flag', without: '!' } },
      WaffleSwitchMixin: { element: { key: 'waffle_switch', without: '!' } },
      WaffleSampleMixin: { element: { key: 'waffle_sample', without: '!' } },
      override_flag: override,
      override_switch: override,
      override_sample: override,
      get_waffle_flag_model: { returns: model },
      get_waffle_switch_model: { returns: model },
      get_waffle_sample_model: { returns: model },
      Flag: model,
      Switch: model,
      Sample: model,
    },
    exportedTypes: {},
    types: {},
  },
];

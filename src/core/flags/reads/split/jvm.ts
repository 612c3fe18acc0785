import { keyAt, keysIn, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const one = ['getTreatment', 'getTreatmentWithConfig'] as const;
const many = ['getTreatments', 'getTreatmentsWithConfig'] as const;
const client: Shape = { returns: { type: 'SplitClient' } };
const factory: Shape = { type: 'SplitFactory' };

/** Kotlin calls `client()` of Java as it is. */
function types(key: number): SdkRow['types'] {
  return {
    SplitFactory: { members: { client } },
    SplitClient: {
      members: {
        ...named(one, keyAt(key, { valueType: 'string' })),
        ...named(many, keysIn(key)),
      },
    },
  };
}

const exportedTypes: SdkRow['exportedTypes'] = {
  SplitClient: 'SplitClient',
  SplitFactory: 'SplitFactory',
};

/** Sources: splitio/java-client at 3b2cd16e, android-client at 6dcd2a28. */
export const splitJvm: readonly SdkRow[] = [
  {
    id: 'jvm-server',
    title: 'Java and Kotlin',
    packages: ['jvm:io.split.client'],
    exports: {
      SplitFactoryBuilder: {
        members: { build: { returns: factory }, local: { returns: factory } },
      },
    },
    exportedTypes,
    types: types(1),
  },
  {
    id: 'android',
    title: 'Android',
    packages: ['jvm:io.split.android.client'],
    exports: { SplitFactoryBuilder: { members: { build: { returns: factory } } } },
    exportedTypes,
    types: types(0),
  },
];

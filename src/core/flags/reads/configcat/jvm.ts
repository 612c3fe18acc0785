import type { SdkRow, Shape } from '../readRule';
import { named } from '../keyAt';

const client: Shape = { type: 'ConfigCatClient' };

/**
 * Java: `getValue(Class, K, D)` and `getValue(Class, K, U, D)`, the default is the last argument. Kotlin has the same
 * package and `getValue(K, D, U?)`: its first argument is text.
 */
const read: Shape = {
  read: { key: { argument: 1 }, default: { argument: 2 }, when: { noTextAt: 0, most: 3 } },
  overloads: [
    { key: { argument: 1 }, default: { argument: 3 }, when: { noTextAt: 0 } },
    { key: { argument: 0, name: 'key' }, default: { argument: 1, name: 'defaultValue' } },
  ],
};

/** Sources: configcat/java-sdk at 996d388, kotlin-sdk at 9a46e9d. */
export const configcatJvm: readonly SdkRow[] = [
  {
    id: 'jvm',
    title: 'Java and Kotlin',
    packages: ['jvm:com.configcat'],
    exports: { ConfigCatClient: { returns: client, members: { get: { returns: client } } } },
    exportedTypes: { ConfigCatClient: 'ConfigCatClient', ConfigurationProvider: 'ConfigCatClient' },
    types: {
      ConfigCatClient: {
        members: named(
          ['getValue', 'getValueAsync', 'getValueDetails', 'getValueDetailsAsync'],
          read,
        ),
      },
    },
  },
];

import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const flags: Shape = { returns: { type: 'Flags' } };

/** Sources: Flagsmith/flagsmith-java-client at d44948e, flagsmith-kotlin-android-client at 17013eb: one package. */
export const flagsmithJvm: readonly SdkRow[] = [
  {
    id: 'jvm',
    title: 'Java, Kotlin and Android',
    packages: ['jvm:com.flagsmith', 'jvm:com.flagsmith.models'],
    exports: { Flagsmith: { returns: { type: 'Android' } } },
    exportedTypes: { FlagsmithClient: 'Client', Flags: 'Flags', Flagsmith: 'Android' },
    types: {
      Client: { members: named(['getEnvironmentFlags', 'getIdentityFlags'], flags) },
      Flags: {
        members: {
          isFeatureEnabled: keyAt(0, { valueType: 'boolean' }),
          ...named(['getFeatureValue', 'getFlag'], keyAt(0)),
        },
      },
      Android: {
        members: {
          hasFeatureFlag: keyAt(0, { valueType: 'boolean' }),
          getValueForFeature: keyAt(0),
        },
      },
    },
  },
];

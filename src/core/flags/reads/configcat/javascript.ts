import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'IConfigCatClient' } };
const types: SdkRow['types'] = {
  IConfigCatClient: {
    members: {
      ...named(['getValueAsync', 'getValueDetailsAsync'], keyThenDefault(0)),
      snapshot: { returns: { type: 'IConfigCatClientSnapshot' } },
    },
  },
  IConfigCatClientSnapshot: {
    members: named(['getValue', 'getValueDetails'], keyThenDefault(0)),
  },
};
const exportedTypes: SdkRow['exportedTypes'] = {
  IConfigCatClient: 'IConfigCatClient',
  IConfigCatClientSnapshot: 'IConfigCatClientSnapshot',
};

/** Sources: configcat/js-unified-sdk at e96c262, react-sdk at 212d072. */
export const configcatJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS/TS',
    packages: ['@configcat/sdk', 'configcat-js', 'configcat-node', 'configcat-js-ssr'],
    exports: named(['getClient', 'createClient'], client),
    exportedTypes,
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['configcat-react', '@configcat/sdk/react'],
    exports: { useFeatureFlag: keyThenDefault(0), useConfigCatClient: client },
    exportedTypes,
    types,
  },
];

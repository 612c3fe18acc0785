import { keysIn, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

/**
 * One package serves servers, `getTreatment(user, key)`, and browsers, `getTreatment(key, attributes?)`: what is text
 * tells which.
 */
const treatment: Shape = {
  read: { key: { argument: 1 }, when: { textAt: 1, noTextAt: 0 }, telling: true },
  overloads: [
    { key: { argument: 0 }, when: { most: 1 }, telling: true },
    { key: { argument: 0 }, when: { textAt: 0, noTextAt: 1 }, telling: true },
    { key: { argument: 1 }, telling: true },
  ],
};
const treatments: Shape = {
  read: { key: { argument: 1, each: true }, when: { least: 2, textAt: 0 } },
  overloads: [
    { key: { argument: 0, each: true }, when: { most: 1 } },
    { key: { argument: 1, each: true } },
  ],
};
const browserTreatment: Shape = { read: { key: { argument: 0 }, telling: true } };

function clientOf(one: Shape, several: Shape): SdkRow['types'] {
  return {
    Client: {
      members: {
        ...named(['getTreatment', 'getTreatmentWithConfig'], one),
        ...named(['getTreatments', 'getTreatmentsWithConfig'], several),
      },
    },
    SDK: { members: { client: { returns: { type: 'Client' } } } },
  };
}

const factory: Shape = { returns: { type: 'SDK' } };

/** Sources: splitio/javascript-client at a47cd7a9, javascript-commons at 03c40b81, react-client at e7a9e22. */
export const splitJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'Node server and browser',
    packages: ['@splitsoftware/splitio'],
    exports: { SplitFactory: factory },
    exportedTypes: {},
    types: clientOf(treatment, treatments),
  },
  {
    id: 'browser',
    title: 'Browser',
    packages: ['@splitsoftware/splitio-browserjs'],
    exports: { SplitFactory: factory },
    exportedTypes: {},
    types: clientOf(browserTreatment, keysIn(0)),
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@splitsoftware/splitio-react'],
    exports: {
      SplitFactory: factory,
      ...named(['useTreatment', 'useTreatmentWithConfig'], {
        read: { key: { argument: 0, property: 'name' } },
      }),
      ...named(
        ['useTreatments', 'useTreatmentsWithConfig', 'useSplitTreatments'],
        keysIn(0, 'names'),
      ),
      withSplitTreatments: keysIn(0),
      SplitTreatments: { element: { key: 'names', each: true } },
      useSplitClient: { returns: { members: { client: { type: 'Client' } } } },
    },
    exportedTypes: {},
    types: clientOf(browserTreatment, keysIn(0)),
  },
];

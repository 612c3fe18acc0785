import { expect, test } from 'vitest';
import type { LanguageGroup } from '../../../../../src/core/flags/index/languageGroup';
import { sdkSieveOf } from '../../../../../src/core/flags/sieve/sdkSieve';
import { wordsOfText } from '../../../../../src/core/syntax/wordHashes';

/** SDKs by what their own documentation says to import. */
test.each<[LanguageGroup, string, readonly string[]]>([
  ['javascript', "import { OpenFeature } from '@openfeature/server-sdk';", ['openfeature']],
  ['javascript', "import { useFlag } from '@unleash/proxy-client-react';", ['unleash']],
  [
    'javascript',
    "import { edge } from '@launchdarkly/akamai-server-edgekv-sdk';",
    ['launchdarkly'],
  ],
  ['python', 'from UnleashClient import UnleashClient', ['unleash']],
  ['go', 'import ld "github.com/launchdarkly/go-server-sdk/v7"', ['launchdarkly']],
  ['jvm', 'import dev.openfeature.sdk.Client;', ['openfeature']],
  ['dotnet', 'using Microsoft.FeatureManagement;', ['microsoft-feature-management']],
  ['python', "import { useFlag } from '@unleash/proxy-client-react';", []],
  ['javascript', "import { variation } from './split-test'; // feature management", []],
])('%s: %s', (group, text, sdks) => {
  const sieve = sdkSieveOf(group);
  const { hashes } = wordsOfText(text);
  expect(sieve.mayNamePackage(hashes) ? sieve.sdksNamed(text) : []).toStrictEqual(sdks);
});

test.each<[LanguageGroup, string, string, boolean]>([
  ['javascript', 'launchdarkly', 'client.variation("a", user, false)', true],
  ['javascript', 'unleash', 'client.variation("a", user, false)', false],
  ['javascript', 'unleash', 'const { a } = useFlags()', false],
  ['javascript', 'launchdarkly', 'const { a } = useFlags()', true],
  ['go', 'launchdarkly', 'client.BoolVariation("a", user, false)', true],
  ['javascript', 'launchdarkly', 'client.BoolVariation("a", user, false)', false],
])('in %s with %s, %s is looked at: %s', (group, sdk, text, expected) => {
  const query = sdkSieveOf(group).namesOf([sdk]);
  expect(query(wordsOfText(text).hashes)).toBe(expected);
});

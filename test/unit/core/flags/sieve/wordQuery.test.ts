import { expect, test } from 'vitest';
import { createWordQuery } from '../../../../../src/core/flags/sieve/wordQuery';
import { wordsOfText } from '../../../../../src/core/syntax/wordHashes';

test.each<[string, readonly string[], string, boolean]>([
  ['a name as a word of its own', ['isEnabled'], 'if (flags.isEnabled("a"))', true],
  ['a name as part of another word', ['isEnabled'], 'isEnabledNow myisEnabled $isEnabled', false],
  ['all words of a package', ['@openfeature/server-sdk'], "from '@openfeature/server-sdk'", true],
  ['some words of a package', ['@openfeature/server-sdk'], 'a server for openfeature', false],
  ['one of several names', ['a', 'b', 'c'], 'b', true],
  ['a name with letters beyond ASCII', ['istBüro'], 'istBüro', true],
  ['a name without any letter of ASCII', ['фича'], 'anything', true],
  ['no name', [], 'anything', false],
  ['an empty name', [''], 'anything', false],
])('%s', (_, names, text, expected) => {
  expect(createWordQuery(names)(wordsOfText(text).hashes)).toBe(expected);
});

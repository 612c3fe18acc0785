import { expect, test } from 'vitest';
import { camelCase } from '../../../../../src/core/flags/reads/camelCase';

// Expected values: lodash 4.17.21, `_.camelCase`, its documentation and its own tests.
test.each([
  ['Foo Bar', 'fooBar'],
  ['--foo-bar--', 'fooBar'],
  ['__FOO_BAR__', 'fooBar'],
  ['dev-test-flag', 'devTestFlag'],
  ['dev_test.flag', 'devTestFlag'],
  ['devTestFlag', 'devTestFlag'],
  ['12 feet', '12Feet'],
  ['enable 6h format', 'enable6HFormat'],
  ['enable 24H format', 'enable24HFormat'],
  ['too legit 2 quit', 'tooLegit2Quit'],
  ['walk 500 miles', 'walk500Miles'],
  ['xhr2 request', 'xhr2Request'],
  ['safe HTML', 'safeHtml'],
  ['safeHTML', 'safeHtml'],
  ['escape HTML entities', 'escapeHtmlEntities'],
  ['escapeHTMLEntities', 'escapeHtmlEntities'],
  ['XMLHttpRequest', 'xmlHttpRequest'],
  ['XmlHTTPRequest', 'xmlHttpRequest'],
  ["it's-on", 'itsOn'],
  ['', ''],
])('%s', (key, expected) => {
  expect(camelCase(key)).toBe(expected);
});

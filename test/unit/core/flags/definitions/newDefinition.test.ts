import { describe, expect, test } from 'vitest';
import { newDefinition } from '../../../../../src/core/flags/definitions/newDefinition';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { applyTextEdits } from '../../../../../src/core/syntax/applyTextEdits';

function added(format: string, text: string, value: boolean | string | number): string | null {
  const edit = newDefinition(format, text, { key: 'b', value });
  return edit && applyTextEdits(text, [edit]);
}

describe('a flag added to a definition file', () => {
  test.each([
    [
      'flagd, indented',
      'flagd',
      '{\n  "flags": {\n    "a": { "state": "ENABLED" }\n  }\n}\n',
      false,
      '{\n  "flags": {\n    "a": { "state": "ENABLED" },\n    "b": {\n      "state": "ENABLED",\n      "variants": {\n        "on": true,\n        "off": false\n      },\n      "defaultVariant": "off"\n    }\n  }\n}\n',
    ],
    [
      'on one line',
      'flagd',
      '{ "flags": { "a": {} } }',
      'blue',
      '{ "flags": { "a": {}, "b": {"state":"ENABLED","variants":{"default":"blue"},"defaultVariant":"default"} } }',
    ],
    [
      'a manifest with tabs and CRLF',
      'openfeature-manifest',
      '{\r\n\t"flags": {\r\n\t\t"a": {}\r\n\t}\r\n}',
      4,
      '{\r\n\t"flags": {\r\n\t\t"a": {},\r\n\t\t"b": {\r\n\t\t\t"flagType": "float",\r\n\t\t\t"defaultValue": 4,\r\n\t\t\t"description": ""\r\n\t\t}\r\n\t}\r\n}',
    ],
    [
      'where there was none',
      'flagd',
      '{ "flags": {} }',
      true,
      '{ "flags": {\n    "b": {\n      "state": "ENABLED",\n      "variants": {\n        "on": true,\n        "off": false\n      },\n      "defaultVariant": "on"\n    }\n  } }',
    ],
  ] as const)('%s', (_, format, text, value, expected) => {
    expect(added(format, text, value)).toBe(expected);
  });

  test.each([
    ['a broken file', 'flagd', '{ "flags": { "a": } }'],
    ['a key that is there', 'flagd', '{ "flags": { "b": {} } }'],
    ['another format', 'growthbook', '{ "flags": { "a": {} } }'],
  ])('is not for %s', (_, format, text) => {
    expect(added(format, text, true)).toBe(null);
  });

  test('is read as giving everyone its default', () => {
    const text = added('flagd', '{ "flags": { "a": {} } }', false) ?? '';
    const found = readDefinitions('a.flagd.json', text)?.value.find(({ key }) => key === 'b');
    expect(found?.rollout).toEqual({ kind: 'everyone', variant: 'off' });
    expect(found?.defaultValue).toBe(false);
  });
});

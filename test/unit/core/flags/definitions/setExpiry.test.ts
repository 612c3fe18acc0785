import { expect, test } from 'vitest';
import { setExpiry } from '../../../../../src/core/flags/definitions/setExpiry';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { applyTextEdits } from '../../../../../src/core/syntax/applyTextEdits';

const key = 'a';
const date = '2099-01-31';

function changed(format: string, file: string, text: string): string | null {
  const edits = setExpiry(format, file, text, { key, date });
  return edits === null ? null : applyTextEdits(text, edits);
}

test.each([
  [
    'without metadata',
    'flagd',
    'f.flagd.json',
    '{\n  "flags": {\n    "a": {\n      "state": "ENABLED",\n      "variants": { "on": true }\n    }\n  }\n}\n',
    '{\n  "flags": {\n    "a": {\n      "metadata": { "expires": "2099-01-31" },\n      "state": "ENABLED",\n      "variants": { "on": true }\n    }\n  }\n}\n',
  ],
  [
    'on one line',
    'flagd',
    'f.flagd.json',
    '{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true } } } }',
    '{ "flags": { "a": { "metadata": { "expires": "2099-01-31" }, "state": "ENABLED", "variants": { "on": true } } } }',
  ],
  [
    'with other metadata, tabs and CRLF',
    'flagd',
    'f.flagd.json',
    '{ "flags": { "a": {\r\n\t"state": "ENABLED", "variants": { "on": true },\r\n\t"metadata": {\r\n\t\t"owner": "x"\r\n\t}\r\n} } }',
    '{ "flags": { "a": {\r\n\t"state": "ENABLED", "variants": { "on": true },\r\n\t"metadata": {\r\n\t\t"expires": "2099-01-31",\r\n\t\t"owner": "x"\r\n\t}\r\n} } }',
  ],
  [
    'with another day',
    'flagd',
    'f.flagd.json',
    '{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true }, "metadata": { "expires": "2020-01-01" } } } }',
    '{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true }, "metadata": { "expires": "2099-01-31" } } } }',
  ],
  [
    'GO Feature Flag in YAML',
    'go-feature-flag',
    'flags.goff.yaml',
    'a: # mine\n  variations: { on: true, off: false }\n  defaultRule: { variation: on }\n',
    'a: # mine\n  variations: { on: true, off: false }\n  defaultRule: { variation: on }\n  metadata: { expires: "2099-01-31" }\n',
  ],
])('%s', (_name, format, file, before, after) => {
  const text = changed(format, file, before);
  expect(text).toBe(after);
  const read = readDefinitions(file, text ?? '');
  expect(read?.value.map(({ expires }) => expires)).toEqual([{ kind: 'date', date }]);
});

test.each([
  ['broken', 'flagd', 'f.flagd.json', '{ "flags": {'],
  ['without the flag', 'flagd', 'f.flagd.json', '{ "flags": {} }'],
  ['another format', 'unleash', 'f.json', '{ "features": [] }'],
])('nothing is written: %s', (_name, format, file, before) => {
  expect(changed(format, file, before)).toBeNull();
});

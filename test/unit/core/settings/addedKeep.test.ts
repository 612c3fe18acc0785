import { expect, test } from 'vitest';
import { addedKeep, settingsWithKeep } from '../../../../src/core/settings/addedKeep';
import { parseSettings } from '../../../../src/core/settings/parseSettings';
import { applyTextEdits } from '../../../../src/core/syntax/applyTextEdits';

const kept = { key: 'a', until: '2099-01-31', reason: 'Fair: "spring"' };

test.each([
  ['into an empty list', 'version: 1 # mine\n'],
  ['after others', 'version: 1\nkeep:\n  - { key: b, reason: Other } # stays\n'],
  ['in place of its own', 'version: 1\nkeep:\n  - { key: a, until: 2020-01-01, reason: Old }\n'],
])('%s', (_name, before) => {
  const text = applyTextEdits(before, addedKeep(before, kept) ?? []);
  const { value } = parseSettings(text);
  expect(value?.keep.filter(({ key }) => key === 'a')).toEqual([kept]);
  for (const comment of before.match(/#.*/g) ?? []) expect(text).toContain(comment);
});

test('as a first file', () => {
  expect(parseSettings(settingsWithKeep({ ...kept, until: null })).value?.keep).toEqual([
    { key: 'a', reason: kept.reason },
  ]);
});

test('not into a file that cannot be read', () => {
  expect(addedKeep('version: [', kept)).toBeNull();
});

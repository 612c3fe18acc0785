import { describe, expect, test } from 'vitest';
import { addedWrapper, settingsWithWrapper } from '../../../../src/core/settings/addedWrapper';
import { parseSettings } from '../../../../src/core/settings/parseSettings';
import { applyTextEdits } from '../../../../src/core/syntax/applyTextEdits';

const proposal = {
  name: 'isOn',
  module: 'src/flags',
  key: 0,
  sdk: 'openfeature',
  reason: '`isOn` hands `key` to `client.getBooleanValue`',
};

const wrappersIn = (text: string) => parseSettings(text).value?.wrappers;

describe('a proposed wrapper is added to the settings', () => {
  test.each([
    ['where there are none', '# ours\nversion: 1\nexclude: [examples/]\n', 1],
    ['behind others', 'version: 1\nwrappers:\n  - { name: a, receiver: B, key: 1 } # kept\n', 2],
    ['in a list on one line', 'version: 1\nwrappers: [{ name: a, receiver: B }]\n', 2],
  ])('%s', (_, text, count) => {
    const edits = addedWrapper(text, proposal);
    const after = applyTextEdits(text, edits ?? []);
    expect(wrappersIn(after)).toHaveLength(count);
    expect(wrappersIn(after)?.at(-1)).toMatchObject({
      name: 'isOn',
      module: 'src/flags',
      key: 0,
      sdk: 'openfeature',
    });
    expect(after).toContain(text.split('\n')[0]);
  });

  test('not where the file is broken', () => {
    expect(addedWrapper('version: [', proposal)).toBe(null);
  });

  test('in a file of its own', () => {
    expect(wrappersIn(settingsWithWrapper(proposal))).toMatchObject([{ name: 'isOn', key: 0 }]);
  });
});

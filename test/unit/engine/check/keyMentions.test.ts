import { describe, expect, test } from 'vitest';
import { createKeyMentions, type KeyMentions } from '../../../../src/engine/check/keyMentions';
import { memoryFiles } from '../../../support/memoryFiles';

const contents = {
  'a.ts': "const one = flags.newCheckout;\nconst two = 'search.v2';\nconst three = 'cart';\n",
};

async function found(mentions: KeyMentions, keys: readonly string[]) {
  const places = await mentions.find({
    files: memoryFiles(contents),
    listed: Object.keys(contents),
    declaredIn: new Map(keys.map((key) => [key, new Set<string>()])),
    definitionFiles: new Set(),
  });
  return [...places].map(([key, [place]]) => `${key}:${(place?.span.start.line ?? -1) + 1}`);
}

/** Expected values: what a person who looks for the keys alone finds in the text above. */
describe('keys that are asked for no longer', () => {
  test.each([
    ['is another’s name in camel case', ['newCheckout', 'new-checkout'], ['new-checkout'], 1],
    ['holds another', ['search.v2', 'search'], ['search'], 2],
    ['has nothing to do with another', ['search.v2', 'cart'], ['cart'], 3],
  ])('hide none where one %s', async (_, before, keys, line) => {
    const mentions = createKeyMentions();
    await found(mentions, before);
    expect(await found(mentions, keys)).toEqual([`${keys[0]}:${line}`]);
    expect(await found(createKeyMentions(), keys)).toEqual([`${keys[0]}:${line}`]);
  });

  test('files are not looked at again for fewer keys of other letters', async () => {
    const mentions = createKeyMentions();
    const files = memoryFiles(contents);
    const ask = async (keys: readonly string[]) =>
      await mentions.find({
        files,
        listed: ['a.ts'],
        declaredIn: new Map(keys.map((key) => [key, new Set<string>()])),
        definitionFiles: new Set(),
      });
    await ask(['search.v2', 'cart']);
    await ask(['cart']);
    expect(files.reads.get('a.ts')).toBe(1);
  });
});

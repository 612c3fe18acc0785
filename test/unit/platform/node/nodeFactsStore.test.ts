import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNodeFactsStore } from '../../../../src/platform/node/nodeFactsStore';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flaglab-facts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const storeAt = (name = 'cache') => createNodeFactsStore(path.join(folder, 'facts', name));
const facts = { json: '{"é":"€"}', words: Uint32Array.of(1, 2, 0xffff_ffff) };

async function files(): Promise<readonly string[]> {
  return await readdir(path.join(folder, 'facts'));
}

async function fileName(): Promise<string> {
  const [name = ''] = await files();
  return path.join(folder, 'facts', name);
}

describe('facts that are kept in a file', () => {
  test('come back as they were', async () => {
    await storeAt().save(facts);
    expect(await storeAt().load()).toEqual(facts);
    expect(await files()).toHaveLength(1);
  });

  test('are none before there are any', async () => {
    expect(await storeAt().load()).toBeNull();
  });

  test('are none where any byte is another one, or missing', async () => {
    await storeAt().save(facts);
    const name = await fileName();
    const whole = await readFile(name);
    for (let at = 0; at < whole.length; at++) {
      const spoiled = Buffer.from(whole);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      await writeFile(name, spoiled);
      expect(await storeAt().load()).toBeNull();
      await writeFile(name, whole.subarray(0, at));
      expect(await storeAt().load()).toBeNull();
    }
  });

  test('are whole whoever writes last', async () => {
    const all = [1, 2, 3, 4, 5].map((size) => ({
      json: 'x'.repeat(size * 100_000),
      words: new Uint32Array(size * 1000).fill(size),
    }));
    await Promise.all(all.map((each) => storeAt().save(each)));
    const kept = await storeAt().load();
    expect(all).toContainEqual(kept);
    expect(await files()).toHaveLength(1);
  });

  test('are not kept where there is no place for them, and nobody is troubled', async () => {
    await writeFile(path.join(folder, 'facts'), 'a file, no folder');
    await storeAt().save(facts);
    expect(await storeAt().load()).toBeNull();
  });
});

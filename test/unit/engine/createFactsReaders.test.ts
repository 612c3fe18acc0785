import { expect, test } from 'vitest';
import { createFactsReaders } from '../../../src/engine/createFactsReaders';
import type { FactsReader } from '../../../src/engine/factsReader';

/** A reader that answers when it is told to. */
function waitingReader() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const reader: FactsReader = {
    read: (file) => {
      asked.push(file);
      return new Promise((resolve) => answers.push(() => resolve(null)));
    },
  };
  return { reader, asked, answer: () => answers.shift()?.() };
}

test('a second reader is asked only while several files wait for the first', async () => {
  const [first, second] = [waitingReader(), waitingReader()];
  const { read } = createFactsReaders([first.reader, second.reader]);
  const files = ['a', 'b', 'c', 'd', 'e'];
  const answers = files.map((file) => read(file, ''));
  expect([first.asked, second.asked]).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  for (const reader of [first, first, first, second, second]) reader.answer();
  expect(await Promise.all(answers)).toEqual([null, null, null, null, null]);
  const last = read('f', '');
  expect(first.asked.at(-1)).toBe('f');
  first.answer();
  await last;
});

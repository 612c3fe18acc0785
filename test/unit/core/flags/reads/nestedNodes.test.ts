import { expect, test } from 'vitest';
import { createNestedNodes } from '../../../../../src/core/flags/reads/shared/nestedNodes';
import { descendants } from '../../../../../src/core/syntax/syntaxNodes';
import { loadTestParser } from '../../../../support/testParser';

const text = `const a = () => () => one;
class Shop {
  open() { if (isOn) { return () => { two(); }; } }
  close() { return three; }
}
four();
`;

/** Expected: a person's reading of the text, the innermost function first. */
test.each([
  ['one', ['() => one', '() => () => one']],
  ['two', ['() => { two(); }', 'open() { if (isOn) { return () => { two(); }; } }']],
  ['three', ['close() { return three; }']],
  ['four', []],
])('the functions around %s are found by their places', async (name, expected) => {
  const parser = await loadTestParser();
  await parser.load('typescript');
  const tree = parser.parse('typescript', text);
  const root = tree?.rootNode;
  if (!root) throw new Error('not parsed');
  const nested = createNestedNodes(descendants(root, 'arrow_function', 'method_definition'));
  const node = descendants(root, 'identifier').find((each) => each.text === name);
  if (!node) throw new Error(`no ${name}`);
  const around = nested.around(node);
  expect(around.map((each) => each.text)).toEqual(expected);
  expect(nested.innermost(node)?.text).toBe(expected[0]);
  const [first] = around;
  if (first) expect(nested.outer(first)?.text).toBe(expected[1]);
});

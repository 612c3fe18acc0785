import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gatherNodes } from '../../../../src/core/syntax/gatheredNodes';
import { sourceLanguageOf } from '../../../../src/core/syntax/sourceLanguage';
import { descendants } from '../../../../src/core/syntax/syntaxNodes';
import type { SyntaxNode } from '../../../../src/core/syntax/syntaxTree';
import { loadTestParser } from '../../../support/testParser';

const folder = 'test/fixtures/reads';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => sourceLanguageOf(file) !== null,
);

function nodesIn(root: SyntaxNode): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    all.push(node);
    waiting.push(...node.children.filter((child) => child !== null));
  }
  return all;
}

/** Expected: what the parser itself finds, walking the tree. */
function own(node: SyntaxNode, types: readonly string[]) {
  return node.descendantsOfType([...types]).map((found) => found?.id);
}

// Texts cut off in the middle have empty nodes where the parser missed a token.
test.each([
  ['whole', (text: string) => text],
  ['cut off', (text: string) => text.slice(0, text.length * 0.6)],
])(
  'gathered nodes are those that the parser finds within any node of a %s text',
  async (_, cut) => {
    const parser = await loadTestParser();
    let found = 0;
    for (const [number, file] of sources.entries()) {
      const language = sourceLanguageOf(file);
      if (!language || number % 4 !== 0) continue;
      const tree = parser.parse(language, cut(readFileSync(`${folder}/${file}`, 'utf8')));
      if (!tree) continue;
      const all = nodesIn(tree.rootNode);
      const types = [...new Set(all.map(({ type }) => type))].filter((type) => /^[a-z]/.test(type));
      const [first = '', second = '', third = ''] = [types[1], types[3], types.at(-1)];
      const expected = all.map((node) => [own(node, [first]), own(node, [third, second])]);
      gatherNodes(tree.rootNode, types);
      const gathered = all.map((node) =>
        [descendants(node, first), descendants(node, third, second)].map((nodes) =>
          nodes.map(({ id }) => id),
        ),
      );
      expect(gathered, file).toEqual(expected);
      found += gathered.flat(2).length;
      tree.delete();
    }
    expect(found).toBeGreaterThan(500);
  },
);

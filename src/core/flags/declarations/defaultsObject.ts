import type { FlagDefinition } from '../../model/flagDefinition';
import { descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { dayOf } from '../../model/dayOf';
import { nothingSaid } from '../definitions/flagLife';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { literalValue, stringContent } from './literals';

const speaksOfFlags = /flag|feature|toggle|gate/i;

/** The name of a variable and of its type: an object of flags is called so. */
function isAboutFlags(object: SyntaxNode): boolean {
  let around = object.parent;
  while (around && /^(as|satisfies|parenthesized)_expression$/.test(around.type))
    around = around.parent;
  if (around?.type !== 'variable_declarator') return false;
  const name = around.childForFieldName('name')?.text ?? '';
  const type = around.childForFieldName('type')?.text ?? '';
  return speaksOfFlags.test(name) || speaksOfFlags.test(type);
}

function tagIn(comment: string, tag: string): string | null {
  const found = new RegExp(`@${tag}[ \\t]+([^\\n\\r]+)`).exec(comment)?.[1];
  return found?.replace(/\s*\*\/\s*$/, '').trim() || null;
}

/** The words of a comment before its first tag. */
function wordsOf(comment: string): string | null {
  const lines = comment
    .replace(/^\/\*\*?|\*\/$/g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*?\s*/, '').trim());
  const tag = lines.findIndex((line) => line.startsWith('@'));
  const words = lines.slice(0, tag < 0 ? lines.length : tag).filter((line) => line !== '');
  return words.length > 0 ? words.join(' ') : null;
}

function readPair(
  source: DeclaringFile,
  pair: SyntaxNode,
  comment: string,
): readonly FlagDefinition[] {
  const name = pair.childForFieldName('key');
  const keyNode = name?.type === 'property_identifier' ? name : stringContent(name);
  const created = dayOf(tagIn(comment, 'since') ?? '');
  const defaultValue = literalValue(pair.childForFieldName('value'));
  if (!keyNode || created === null || defaultValue === undefined) return [];
  return [
    codeDefinition({
      ...nothingSaid,
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(pair),
      format: 'code-defaults-object',
      defaultValue,
      description: wordsOf(comment),
      owner: tagIn(comment, 'author'),
      created,
    }),
  ];
}

function readObject(source: DeclaringFile, object: SyntaxNode): readonly FlagDefinition[] {
  let comment = '';
  return object.namedChildren.flatMap((child) => {
    if (child?.type === 'comment') {
      comment = child.text.startsWith('/**') ? child.text : '';
      return [];
    }
    const found = child?.type === 'pair' ? readPair(source, child, comment) : [];
    comment = '';
    return found;
  });
}

/** An object of defaults whose members say in JSDoc since when they are there (`@since 2025-01-31`) and who made them (`@author`). */
export const defaultsObject: DeclarationShape = {
  id: 'code-defaults-object',
  name: 'Object of defaults with @since',
  read: (source, root) =>
    descendants(root, 'object')
      .filter(isAboutFlags)
      .flatMap((object) => readObject(source, object)),
};

import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { stringContent } from './literals';

/** The strings that constants and variables of a Go file stand for, by name: the nodes of their own text. */
export function goConstants(root: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  return new Map(
    descendants(root, 'const_spec', 'var_spec').flatMap((spec) => {
      const name = spec.childForFieldName('name');
      const values = spec.childForFieldName('value');
      const [value, ...others] = values ? codeChildren(values) : [];
      const content = others.length === 0 ? stringContent(value) : null;
      return name && content ? [[name.text, content] as const] : [];
    }),
  );
}

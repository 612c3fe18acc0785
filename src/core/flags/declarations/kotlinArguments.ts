import { codeChildren } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';

/** The arguments of a Kotlin call by name; those without one take the names of the parameters at their places. */
export function kotlinArguments(
  list: SyntaxNode,
  parameters: readonly string[],
): ReadonlyMap<string, SyntaxNode> {
  return new Map(
    codeChildren(list).flatMap((argument, index) => {
      const parts = codeChildren(argument);
      const value = parts.at(-1);
      const isNamed = argument.children.some((child) => child?.type === '=');
      const name = isNamed ? parts[0]?.text : parameters[index];
      return value && name !== undefined ? [[name, value] as const] : [];
    }),
  );
}

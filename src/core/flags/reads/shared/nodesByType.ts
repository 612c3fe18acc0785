import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** All nodes of a tree of one type, in order of position. */
export type NodesByType = (type: string) => readonly SyntaxNode[];

/** Looks through a tree once for nodes of all these types, when it is asked for the first. */
export function createNodesByType(root: SyntaxNode, types: readonly string[]): NodesByType {
  let found: Map<string, SyntaxNode[]> | null = null;
  return (type) => {
    if (!found) {
      found = new Map(types.map((each) => [each, []]));
      for (const node of root.descendantsOfType([...types])) {
        if (node) found.get(node.type)?.push(node);
      }
    }
    return found.get(type) ?? [];
  };
}

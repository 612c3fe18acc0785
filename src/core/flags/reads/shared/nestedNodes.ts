import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** Nodes that stand in each other, found by their places: asking a node for its parent costs as much as the tree is wide. */
export interface NestedNodes {
  /** Those whose places hold a node's place, the innermost first; a node of the list itself is the first of its own. */
  around(node: SyntaxNode): readonly SyntaxNode[];
  /**
   * The innermost of them that is the node or is around it; undefined where places do not tell: another node has the same
   * place, or the node is empty.
   */
  innermost(node: SyntaxNode): SyntaxNode | undefined;
  /** The innermost of them around one of them; undefined where it is none of them or stands in none. */
  outer(node: SyntaxNode): SyntaxNode | undefined;
}

interface Nested {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
  readonly outer: Nested | null;
}

function nest(nodes: readonly SyntaxNode[]): readonly Nested[] {
  const all: Nested[] = [];
  let outer: Nested | null = null;
  for (const node of nodes) {
    const { startIndex: start, endIndex: end } = node;
    while (outer && (start >= outer.end || end > outer.end)) outer = outer.outer;
    const own: Nested = { node, start, end, outer };
    all.push(own);
    outer = own;
  }
  return all;
}

/** The last that begins at an offset or before it. */
function lastUpTo(all: readonly Nested[], offset: number): Nested | null {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low - 1] ?? null;
}

/** `nodes` in order of position, outer ones before those in them. */
export function createNestedNodes(nodes: readonly SyntaxNode[]): NestedNodes {
  const all = nest(nodes);
  const byId = new Map(all.map((each) => [each.node.id, each]));

  function holding({ startIndex, endIndex }: SyntaxNode): Nested | null {
    let found = lastUpTo(all, startIndex);
    while (found && found.end < endIndex) found = found.outer;
    return found;
  }

  return {
    around(node) {
      const found: SyntaxNode[] = [];
      for (let each = holding(node); each; each = each.outer) found.push(each.node);
      return found;
    },
    innermost(node) {
      const { startIndex, endIndex } = node;
      const found = byId.get(node.id) ?? holding(node);
      if (!found || found.node.id === node.id) return found?.node;
      const isUnclear =
        startIndex === endIndex || (found.start === startIndex && found.end === endIndex);
      return isUnclear ? undefined : found.node;
    },
    outer: (node) => byId.get(node.id)?.outer?.node,
  };
}

import type { SyntaxNode } from './syntaxTree';

/** Nodes of one type in order of position, each with the number it has among all that were gathered. */
interface NodesOfType {
  readonly nodes: SyntaxNode[];
  readonly numbers: number[];
}

/** A tree whose nodes of some types are looked for in one walk, when the first of them is asked for. */
class Gathering {
  private found: ReadonlyMap<string, NodesOfType> | null = null;

  constructor(
    private readonly root: SyntaxNode,
    private readonly types: ReadonlySet<string>,
  ) {}

  covers(types: readonly string[]): boolean {
    return types.every((type) => this.types.has(type));
  }

  /** The nodes of some types within a node; null where their places do not tell. */
  within(node: SyntaxNode, types: readonly string[]): readonly SyntaxNode[] | null {
    const all = this.gathered();
    const lists = types.flatMap((type) => all.get(type) ?? []);
    const parts = lists.map((list) => partWithin(list, node, this.root));
    const [only, ...others] = parts;
    if (parts.some((part) => part === null)) return null;
    if (!only || others.length === 0) return only?.nodes ?? [];
    const numbered = parts.flatMap((part) =>
      part ? part.nodes.map((each, at) => ({ each, number: part.numbers[at] ?? 0 })) : [],
    );
    return numbered.sort((one, two) => one.number - two.number).map(({ each }) => each);
  }

  private gathered(): ReadonlyMap<string, NodesOfType> {
    if (this.found) return this.found;
    const found = new Map<string, NodesOfType>(
      [...this.types].map((type) => [type, { nodes: [], numbers: [] }]),
    );
    let number = 0;
    for (const node of this.root.descendantsOfType([...this.types])) {
      const list = node ? found.get(node.type) : undefined;
      if (!node || !list) continue;
      list.nodes.push(node);
      list.numbers.push(number++);
    }
    this.found = found;
    return found;
  }
}

/** The first of the nodes, in order of position, that begins at an offset or after it. */
function firstFrom(nodes: readonly SyntaxNode[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.startIndex ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Trees nest: what begins inside a node ends inside it. What begins where the node does may be around it, and what is empty at
 * its end may come after it: there, the tree itself is to be asked.
 */
function partWithin(
  { nodes, numbers }: NodesOfType,
  node: SyntaxNode,
  root: SyntaxNode,
): NodesOfType | null {
  if (node.id === root.id) return { nodes, numbers };
  const { startIndex, endIndex } = node;
  const from = firstFrom(nodes, startIndex);
  const to = firstFrom(nodes, endIndex);
  const atEnd = nodes[to];
  const isUnclear =
    startIndex === endIndex ||
    nodes[from]?.startIndex === startIndex ||
    (atEnd?.startIndex === endIndex && atEnd.endIndex === endIndex);
  return isUnclear ? null : { nodes: nodes.slice(from, to), numbers: numbers.slice(from, to) };
}

const gatherings = new WeakMap<object, Gathering>();

/**
 * Has the nodes of these types looked for in one walk through a tree, however often they are asked for later (`descendants`): each
 * walk costs as much as the tree is large.
 */
export function gatherNodes(root: SyntaxNode, types: readonly string[]): void {
  gatherings.set(root.tree, new Gathering(root, new Set(types)));
}

/** The nodes of these types within a node, where they were gathered; null where the tree is to be asked. */
export function gatheredNodes(
  node: SyntaxNode,
  types: readonly string[],
): readonly SyntaxNode[] | null {
  const gathering = gatherings.get(node.tree);
  return gathering?.covers(types) ? gathering.within(node, types) : null;
}

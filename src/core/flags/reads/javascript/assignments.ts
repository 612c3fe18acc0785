import { descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Binding } from './binding';
import type { Scopes } from './scopes';

/** Where names of a file are assigned again, and where members of them are. */
export interface Assignments {
  to(binding: Binding): readonly SyntaxNode[];
  mutates(binding: Binding): boolean;
}

interface Assigned {
  readonly nameNode: SyntaxNode;
  readonly right: SyntaxNode;
}

function rootName(node: SyntaxNode | null): SyntaxNode | null {
  let inner = node;
  while (inner?.type === 'member_expression' || inner?.type === 'subscript_expression') {
    inner = inner.childForFieldName('object');
  }
  return inner?.type === 'identifier' ? inner : null;
}

function add<Item>(groups: Map<string, Item[]>, name: string, item: Item): void {
  const group = groups.get(name);
  if (group) group.push(item);
  else groups.set(name, [item]);
}

/** Collects assignments of a tree once, when the first question is asked. */
export function createAssignments(root: SyntaxNode, scopes: Scopes): Assignments {
  let collected: {
    readonly names: Map<string, Assigned[]>;
    readonly members: Map<string, SyntaxNode[]>;
  } | null = null;

  function collect() {
    const names = new Map<string, Assigned[]>();
    const members = new Map<string, SyntaxNode[]>();
    for (const node of descendants(
      root,
      'assignment_expression',
      'augmented_assignment_expression',
    )) {
      const left = node.childForFieldName('left');
      const right = node.childForFieldName('right');
      const nameNode = rootName(left);
      if (!left || !right || !nameNode) continue;
      if (left.type === 'identifier') add(names, nameNode.text, { nameNode, right });
      else add(members, nameNode.text, nameNode);
    }
    return { names, members };
  }

  const isOf = (binding: Binding, nameNode: SyntaxNode) =>
    scopes.value(nameNode.text, nameNode)?.nameNode.id === binding.nameNode.id;

  return {
    to(binding) {
      collected ??= collect();
      const named = collected.names.get(binding.nameNode.text) ?? [];
      return named.filter(({ nameNode }) => isOf(binding, nameNode)).map(({ right }) => right);
    },
    mutates(binding) {
      collected ??= collect();
      const named = collected.members.get(binding.nameNode.text) ?? [];
      return named.some((nameNode) => isOf(binding, nameNode));
    },
  };
}

import { createNestedNodes, type NestedNodes } from './nestedNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** Finds the scopes around places of a tree. */
export interface EnclosingScopes {
  /** The innermost scope at or around a node; null for no node. */
  at(node: SyntaxNode | null): SyntaxNode | null;
  /** The scope around a scope; null for the outermost one. */
  around(scope: SyntaxNode): SyntaxNode | null;
}

/**
 * Scopes by the nodes that open them. A node's `parent` costs as much as the tree is deep and wide, so scopes are found by their
 * places where all of them are given, and each answer is kept for all nodes on the way where they are not.
 */
export function createEnclosingScopes(
  isScope: (node: SyntaxNode) => boolean,
  allScopes: () => readonly SyntaxNode[] = () => [],
): EnclosingScopes {
  let nested: NestedNodes | null = null;
  const scopeOfNode = new Map<number, SyntaxNode>();
  const outerScope = new Map<number, SyntaxNode | null>();

  function at(node: SyntaxNode | null): SyntaxNode | null {
    if (node === null) return null;
    nested ??= createNestedNodes(allScopes());
    return nested.innermost(node) ?? climbed(node);
  }

  function climbed(node: SyntaxNode): SyntaxNode | null {
    const passed: number[] = [];
    let found: SyntaxNode | null = null;
    for (let around: SyntaxNode | null = node; around; around = around.parent) {
      found = isScope(around) ? around : (scopeOfNode.get(around.id) ?? null);
      passed.push(around.id);
      if (found) break;
    }
    if (found) for (const id of passed) scopeOfNode.set(id, found);
    return found;
  }

  function climbedAround({ parent }: SyntaxNode): SyntaxNode | null {
    return parent && climbed(parent);
  }

  return {
    at,
    around(scope) {
      const known = outerScope.get(scope.id);
      if (known !== undefined) return known;
      const around = nested?.outer(scope) ?? climbedAround(scope);
      outerScope.set(scope.id, around);
      return around;
    },
  };
}

import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { createEnclosingScopes } from '../shared/enclosingScopes';
import type { NodesByType } from '../shared/nodesByType';
import type { Binding, Declaration } from './binding';
import { declarationsIn, functionTypes, isScope } from './declarations';
import { importsOf, type GoImport } from './imports';

/** Finds what a name stands for at a place: the innermost declaration around it wins. */
export interface Scopes {
  find(name: string, from: SyntaxNode): Binding | null;
  /** The package's names that this file declares. */
  file(): ReadonlyMap<string, Declaration>;
  imports(): readonly GoImport[];
  /** The function around a node (itself not counted); null where there is none. */
  functionAround(node: SyntaxNode): SyntaxNode | null;
  /** Whether a variable is given another value after its declaration, or an element of it is. */
  isAssigned(binding: Binding): boolean;
}

/** The variable whose value, or a part of whose value, an assignment changes. */
function assignedName(target: SyntaxNode): SyntaxNode | null {
  let inner: SyntaxNode | null = target;
  while (inner?.type === 'index_expression') inner = inner.childForFieldName('operand');
  return inner?.type === 'identifier' ? inner : null;
}

function assignedNames(nodes: NodesByType): ReadonlyMap<string, readonly SyntaxNode[]> {
  const assigned = new Map<string, SyntaxNode[]>();
  for (const statement of nodes('assignment_statement')) {
    const left = statement.childForFieldName('left');
    for (const target of left ? codeChildren(left) : []) {
      const name = assignedName(target);
      if (name) assigned.set(name.text, [...(assigned.get(name.text) ?? []), name]);
    }
  }
  return assigned;
}

/** The names of a tree's scopes, looked up where they are needed: cost follows the questions, not the file. */
export function createScopes(root: SyntaxNode, nodes: NodesByType): Scopes {
  const tables = new Map<number, Map<string, Declaration>>();
  const scopes = createEnclosingScopes(isScope);
  let imports: readonly GoImport[] | null = null;
  let assigned: ReadonlyMap<string, readonly SyntaxNode[]> | null = null;

  function tableOf(scope: SyntaxNode): Map<string, Declaration> {
    const known = tables.get(scope.id);
    if (known) return known;
    const table = new Map<string, Declaration>();
    tables.set(scope.id, table);
    for (const declaration of declarationsIn(scope)) {
      const name = declaration.nameNode.text;
      if (!table.has(name)) table.set(name, declaration);
    }
    return table;
  }

  function importNamed(name: string): Binding | null {
    imports ??= importsOf(root);
    const found = imports.find(({ names }) => names.includes(name));
    if (!found) return null;
    const { module, nameNode } = found;
    return { name, scope: root, declaration: { kind: 'import', nameNode, module } };
  }

  function find(name: string, from: SyntaxNode): Binding | null {
    for (let scope = scopes.at(from); scope; scope = scopes.around(scope)) {
      const declaration = tableOf(scope).get(name);
      if (declaration) return { name, scope, declaration };
    }
    return importNamed(name);
  }

  return {
    find,
    file: () => tableOf(root),
    imports: () => (imports ??= importsOf(root)),
    functionAround(node) {
      let scope = scopes.at(node.parent);
      while (scope && !functionTypes.has(scope.type)) scope = scopes.around(scope);
      return scope;
    },
    isAssigned(binding) {
      assigned ??= assignedNames(nodes);
      const places = assigned.get(binding.name) ?? [];
      return places.some((place) => find(binding.name, place)?.scope.id === binding.scope.id);
    },
  };
}

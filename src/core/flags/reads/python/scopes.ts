import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { createEnclosingScopes } from '../shared/enclosingScopes';
import type { NodesByType } from '../shared/nodesByType';
import type { Binding, Declaration } from './binding';
import { addParameters, addStatement, type NameTable } from './statements';

/** Finds what a name stands for at a place. */
export interface Scopes {
  find(name: string, from: SyntaxNode): Binding | null;
  /** The names of the module itself. */
  module(): ReadonlyMap<string, readonly Declaration[]>;
  /** The function or lambda around a node (itself not counted); null where there is none. */
  functionAround(node: SyntaxNode): SyntaxNode | null;
  /** The class whose body a node stands in directly; null elsewhere. */
  classOf(functionNode: SyntaxNode): SyntaxNode | null;
}

/** Nodes that are functions. */
export const functionTypes: ReadonlySet<string> = new Set(['function_definition', 'lambda']);

const comprehensionTypes: ReadonlySet<string> = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

function isScope({ type }: SyntaxNode): boolean {
  return (
    type === 'module' ||
    type === 'class_definition' ||
    functionTypes.has(type) ||
    comprehensionTypes.has(type)
  );
}

function add(table: NameTable, declaration: Declaration): void {
  const known = table.get(declaration.nameNode.text);
  if (known) known.push(declaration);
  else table.set(declaration.nameNode.text, [declaration]);
}

function addLoopNames(table: NameTable, scope: SyntaxNode): void {
  for (const clause of codeChildren(scope)) {
    const left = clause.type === 'for_in_clause' ? clause.childForFieldName('left') : null;
    const right = clause.childForFieldName('right');
    if (left?.type === 'identifier' && right) {
      add(table, { kind: 'element', nameNode: left, of: right });
    }
  }
}

/** The names of a tree's scopes, looked up where they are needed: cost follows the questions, not the file. */
export function createScopes(root: SyntaxNode, nodes: NodesByType): Scopes {
  const tables = new Map<number, NameTable>();
  const scopes = createEnclosingScopes(isScope);

  /** All names given in a scope, those it declares `global` included. */
  function givenIn(scope: SyntaxNode): NameTable {
    const table: NameTable = new Map();
    if (functionTypes.has(scope.type)) addParameters(table, scope);
    if (comprehensionTypes.has(scope.type)) addLoopNames(table, scope);
    const block = scope.type === 'module' ? scope : scope.childForFieldName('body');
    const holdsStatements = block?.type === 'module' || block?.type === 'block';
    for (const statement of block && holdsStatements ? codeChildren(block) : []) {
      addStatement(table, statement);
    }
    return table;
  }

  /** What functions give to names that they declare `global`. */
  function addGlobals(table: NameTable): void {
    for (const statement of nodes('global_statement')) {
      const scope = scopes.at(statement);
      const given = scope && scope.type !== 'module' ? givenIn(scope) : null;
      for (const name of given ? codeChildren(statement) : []) {
        for (const declaration of given?.get(name.text) ?? []) add(table, declaration);
      }
    }
  }

  function withoutOuterNames(table: NameTable, scope: SyntaxNode): void {
    const block = scope.childForFieldName('body');
    if (block?.type !== 'block') return;
    for (const statement of codeChildren(block)) {
      const isOuter = ['global_statement', 'nonlocal_statement'].includes(statement.type);
      for (const name of isOuter ? codeChildren(statement) : []) table.delete(name.text);
    }
  }

  function tableOf(scope: SyntaxNode): NameTable {
    const known = tables.get(scope.id);
    if (known) return known;
    const table = givenIn(scope);
    tables.set(scope.id, table);
    if (scope.type === 'module') addGlobals(table);
    else withoutOuterNames(table, scope);
    return table;
  }

  function find(name: string, from: SyntaxNode): Binding | null {
    const innermost = scopes.at(from);
    for (let scope = innermost; scope; scope = scopes.around(scope)) {
      // Names of a class are not seen from its methods.
      if (scope.type === 'class_definition' && scope.id !== innermost?.id) continue;
      const declarations = tableOf(scope).get(name);
      if (declarations) return { name, scope, declarations };
    }
    return null;
  }

  function functionAround(node: SyntaxNode): SyntaxNode | null {
    let scope = scopes.at(node.parent);
    while (scope && !functionTypes.has(scope.type)) scope = scopes.around(scope);
    return scope;
  }

  return {
    find,
    module: () => tableOf(root),
    functionAround,
    classOf(functionNode) {
      const around = scopes.around(functionNode);
      return around?.type === 'class_definition' ? around : null;
    },
  };
}

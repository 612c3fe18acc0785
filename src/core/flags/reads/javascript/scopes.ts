import { codeChildren, descendants, enclosing, hasToken } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { createEnclosingScopes } from '../shared/enclosingScopes';
import type { Binding, ScopeTable } from './binding';
import { classTypes, functionTypes } from './functions';
import { importBindings } from './imports';
import { patternNames } from './patterns';

/** Finds what a name stands for at a place: the innermost declaration around it wins. */
export interface Scopes {
  value(name: string, from: SyntaxNode): Binding | null;
  type(name: string, from: SyntaxNode): Binding | null;
}

interface Table {
  readonly values: Map<string, Binding>;
  readonly types: Map<string, Binding>;
}

const blockTypes: ReadonlySet<string> = new Set([
  'program',
  'statement_block',
  'switch_body',
  'for_statement',
  'for_in_statement',
  'catch_clause',
  'class_static_block',
  'interface_declaration',
  'type_alias_declaration',
]);

const variableScopeTypes: ReadonlySet<string> = new Set([...functionTypes, 'class_static_block']);

/** Types of the nodes that open scopes. */
export const scopeTypes: ReadonlySet<string> = new Set([
  ...blockTypes,
  ...functionTypes,
  ...classTypes,
]);

function isScope(node: SyntaxNode): boolean {
  return scopeTypes.has(node.type);
}

function addOpaque(table: Table, pattern: SyntaxNode, what: string): void {
  for (const { nameNode } of patternNames(pattern)) {
    table.values.set(nameNode.text, { kind: 'opaque', nameNode, what });
  }
}

function addVariables(table: Table, declaration: SyntaxNode): void {
  const isConstant = hasToken(declaration, 'const');
  for (const declarator of codeChildren(declaration)) {
    const pattern = declarator.childForFieldName('name');
    if (declarator.type !== 'variable_declarator' || !pattern) continue;
    for (const { nameNode, path } of patternNames(pattern)) {
      const binding: Binding = { kind: 'variable', nameNode, declarator, path, isConstant };
      table.values.set(nameNode.text, binding);
    }
  }
}

type DeclarationKind = 'function' | 'class' | 'enum' | 'interface' | 'alias' | 'namespace';

const declarationKinds: ReadonlyMap<string, DeclarationKind> = new Map([
  ['function_declaration', 'function'],
  ['generator_function_declaration', 'function'],
  ['class_declaration', 'class'],
  ['abstract_class_declaration', 'class'],
  ['enum_declaration', 'enum'],
  ['interface_declaration', 'interface'],
  ['type_alias_declaration', 'alias'],
]);

function addNamed(table: Table, kind: DeclarationKind, node: SyntaxNode): void {
  const nameNode = node.childForFieldName('name');
  if (!nameNode) return;
  const binding: Binding = { kind, nameNode, node };
  const isValue = kind !== 'interface' && kind !== 'alias';
  if (isValue) table.values.set(nameNode.text, binding);
  if (kind !== 'function') table.types.set(nameNode.text, binding);
}

function addStatement(table: Table, statement: SyntaxNode): void {
  switch (statement.type) {
    case 'lexical_declaration':
      addVariables(table, statement);
      return;
    case 'import_statement':
      for (const binding of importBindings(statement)) {
        table.values.set(binding.nameNode.text, binding);
        table.types.set(binding.nameNode.text, binding);
      }
      return;
    case 'export_statement':
    case 'ambient_declaration':
    case 'expression_statement':
    case 'labeled_statement':
    case 'switch_case':
    case 'switch_default':
      for (const child of codeChildren(statement)) addStatement(table, child);
      return;
    case 'internal_module':
    case 'module':
      addNamed(table, 'namespace', statement);
      return;
    default: {
      const kind = declarationKinds.get(statement.type);
      if (kind) addNamed(table, kind, statement);
    }
  }
}

function addParameters(table: Table, owner: SyntaxNode): void {
  const single = owner.childForFieldName('parameter');
  const list = owner.childForFieldName('parameters');
  const parameters = single ? [single] : list ? codeChildren(list) : [];
  for (const [index, parameter] of parameters.entries()) {
    const pattern = parameter.childForFieldName('pattern') ?? parameter;
    for (const { nameNode, path } of patternNames(pattern)) {
      const binding: Binding = { kind: 'parameter', nameNode, owner, parameter, index, path };
      table.values.set(nameNode.text, binding);
    }
  }
}

function addTypeParameters(table: Table, owner: SyntaxNode): void {
  const list = owner.childForFieldName('type_parameters');
  for (const parameter of list ? codeChildren(list) : []) {
    const nameNode = parameter.childForFieldName('name');
    if (nameNode) {
      table.types.set(nameNode.text, { kind: 'opaque', nameNode, what: 'a type parameter' });
    }
  }
}

/** Names that a node declares for what is inside it, apart from statements of its own. */
function addOwn(table: Table, node: SyntaxNode): void {
  addTypeParameters(table, node);
  if (functionTypes.has(node.type)) {
    if (node.type === 'function_expression') addNamed(table, 'function', node);
    addParameters(table, node);
  }
  if (node.type === 'class') addNamed(table, 'class', node);
  const caught = node.type === 'catch_clause' ? node.childForFieldName('parameter') : null;
  if (caught) addOpaque(table, caught, 'a caught error');
  const left = node.type === 'for_in_statement' ? node.childForFieldName('left') : null;
  const declaresLeft = ['const', 'let', 'var'].some((token) => hasToken(node, token));
  if (left && declaresLeft) addOpaque(table, left, 'the variable of a loop');
  const initializer = node.type === 'for_statement' ? node.childForFieldName('initializer') : null;
  if (initializer) addStatement(table, initializer);
}

/** The names of a tree's scopes, looked up where they are needed: cost follows the questions, not the file. */
export function createScopes(root: SyntaxNode): Scopes {
  const tables = new Map<number, ScopeTable>();
  const enclosingScopes = createEnclosingScopes(isScope, () => descendants(root, ...scopeTypes));
  let hoisted: Map<number, SyntaxNode[]> | null = null;

  /** `var` belongs to the function around it, whatever block it stands in. */
  function hoistedIn(scope: SyntaxNode): readonly SyntaxNode[] {
    if (!hoisted) {
      hoisted = new Map();
      for (const declaration of descendants(root, 'variable_declaration')) {
        const owner = enclosing(declaration, variableScopeTypes) ?? root;
        const known = hoisted.get(owner.id);
        if (known) known.push(declaration);
        else hoisted.set(owner.id, [declaration]);
      }
    }
    return hoisted.get(scope.id) ?? [];
  }

  function tableOf(scope: SyntaxNode): ScopeTable {
    const known = tables.get(scope.id);
    if (known) return known;
    const table: Table = { values: new Map(), types: new Map() };
    tables.set(scope.id, table);
    for (const declaration of hoistedIn(scope)) addVariables(table, declaration);
    addOwn(table, scope);
    if (blockTypes.has(scope.type)) {
      for (const statement of codeChildren(scope)) addStatement(table, statement);
    }
    return table;
  }

  function find(space: keyof ScopeTable, name: string, from: SyntaxNode): Binding | null {
    for (let scope = enclosingScopes.at(from); scope; scope = enclosingScopes.around(scope)) {
      const binding = tableOf(scope)[space].get(name);
      if (binding) return binding;
    }
    return null;
  }

  return {
    value: (name, from) => find('values', name, from),
    type: (name, from) => find('types', name, from),
  };
}

import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration, FunctionDeclaration, OpaqueDeclaration } from '../typed/declaration';
import { constructorOf, functionOf, memberOf, typeOf, variablesOf } from './csharpDeclarations';
import { childOfType, compiledChildren, modifiersOf, typeNodes } from './csharpNodes';

const functionNodes: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'local_function_statement',
  'lambda_expression',
  'anonymous_method_expression',
  'operator_declaration',
  'conversion_operator_declaration',
  'destructor_declaration',
]);

/** Types of the nodes that may open a scope. */
export const csharpScopeTypes: ReadonlySet<string> = new Set([
  ...functionNodes,
  ...typeNodes,
  'compilation_unit',
  'namespace_declaration',
  'property_declaration',
  'indexer_declaration',
  'block',
  'switch_section',
  'for_statement',
  'foreach_statement',
  'using_statement',
  'fixed_statement',
  'catch_clause',
]);

/** Whether a node opens a scope. */
export function isCsharpScope(node: SyntaxNode): boolean {
  return csharpScopeTypes.has(node.type);
}

function opaque(nameNode: SyntaxNode, type: SyntaxNode | null, what: string): OpaqueDeclaration {
  return { kind: 'opaque', name: nameNode.text, nameNode, type, what };
}

/** Names that patterns and `out` arguments declare in a function. */
function patternNames(body: SyntaxNode | null): readonly Declaration[] {
  if (!body) return [];
  const patterns = descendants(
    body,
    'declaration_pattern',
    'declaration_expression',
    'recursive_pattern',
    'var_pattern',
  );
  return patterns.flatMap((node) => {
    const nameNode = node.childForFieldName('name');
    return nameNode ? [opaque(nameNode, node.childForFieldName('type'), 'found by a pattern')] : [];
  });
}

function typeParameters(node: SyntaxNode): readonly Declaration[] {
  const list =
    node.childForFieldName('type_parameters') ?? childOfType(node, 'type_parameter_list');
  return (list ? codeChildren(list) : []).flatMap((parameter) => {
    const nameNode = parameter.childForFieldName('name');
    return nameNode ? [opaque(nameNode, null, 'a type parameter')] : [];
  });
}

/** By tree, then by the id of a type's body: the id of the constructor that counts. A type may have many. */
const chosen = new WeakMap<object, Map<number, number | null>>();

function chosenConstructor(body: SyntaxNode): number | null {
  const ofTree = chosen.get(body.tree) ?? new Map<number, number | null>();
  chosen.set(body.tree, ofTree);
  const known = ofTree.get(body.id);
  if (known !== undefined) return known;
  const found = constructorOf(compiledChildren(body))?.id ?? null;
  ofTree.set(body.id, found);
  return found;
}

/** The constructor that counts is known by its class's name; the others by none. */
function constructorDeclaration(node: SyntaxNode): FunctionDeclaration | null {
  const declared = functionOf(node);
  const body = node.parent;
  const holder = body?.parent ?? null;
  if (!declared || !body || !holder || !typeNodes.has(holder.type)) return declared;
  const isPrimary = childOfType(holder, 'parameter_list') !== null;
  const isChosen = !isPrimary && chosenConstructor(body) === node.id;
  return { ...declared, nameNode: isChosen ? holder.childForFieldName('name') : null };
}

/** The function, property or type that a node declares. */
export function csharpDeclared(node: SyntaxNode): Declaration | null {
  if (typeNodes.has(node.type)) return typeOf(node);
  if (node.type === 'constructor_declaration') return constructorDeclaration(node);
  if (node.type === 'property_declaration') return memberOf(node)[0] ?? null;
  return functionNodes.has(node.type) ? functionOf(node) : null;
}

function statementNames(statement: SyntaxNode): readonly Declaration[] {
  switch (statement.type) {
    case 'local_declaration_statement':
      return variablesOf(statement, { isMember: false, modifiers: modifiersOf(statement) });
    case 'local_function_statement': {
      const local = functionOf(statement);
      return local ? [local] : [];
    }
    case 'global_statement':
      return codeChildren(statement).flatMap(statementNames);
    default:
      return [];
  }
}

function typeNames(node: SyntaxNode): readonly Declaration[] {
  const type = typeOf(node);
  if (!type) return [];
  const parameters = type.hasPrimaryConstructor ? type.parameters : [];
  return [...parameters, ...type.members, ...type.constants, ...typeParameters(node)];
}

function topNames(node: SyntaxNode): readonly Declaration[] {
  const children = compiledChildren(node).flatMap((child) =>
    child.type === 'file_scoped_namespace_declaration' ? [child, ...codeChildren(child)] : [child],
  );
  const types = children.flatMap((child) => {
    const type = typeNodes.has(child.type) ? typeOf(child) : null;
    return type ? [type] : [];
  });
  return [...types, ...children.flatMap(statementNames), ...patternNamesOfTop(node)];
}

function patternNamesOfTop(node: SyntaxNode): readonly Declaration[] {
  return node.type === 'compilation_unit'
    ? codeChildren(node)
        .filter(({ type }) => type === 'global_statement')
        .flatMap((statement) => patternNames(statement))
    : [];
}

/** The names that a node declares for what stands inside it. */
export function csharpScope(node: SyntaxNode): readonly Declaration[] {
  if (typeNodes.has(node.type)) return typeNames(node);
  if (functionNodes.has(node.type)) {
    const declared = functionOf(node);
    const receiver = declared?.receiver ? [declared.receiver] : [];
    return [
      ...receiver,
      ...(declared?.parameters ?? []),
      ...typeParameters(node),
      ...patternNames(declared?.body ?? null),
    ];
  }
  switch (node.type) {
    case 'compilation_unit':
    case 'namespace_declaration':
      return topNames(node);
    case 'property_declaration':
    case 'indexer_declaration':
      return patternNames(node);
    case 'block':
    case 'switch_section':
      return compiledChildren(node).flatMap(statementNames);
    case 'for_statement':
    case 'using_statement':
    case 'fixed_statement':
      return variablesOf(node, { isMember: false, modifiers: new Set() });
    case 'foreach_statement': {
      const left = node.childForFieldName('left');
      const type = node.childForFieldName('type');
      return left?.type === 'identifier' ? [opaque(left, type, 'the variable of a loop')] : [];
    }
    case 'catch_clause': {
      const declaration = childOfType(node, 'catch_declaration');
      const nameNode = declaration?.childForFieldName('name');
      return nameNode ? [opaque(nameNode, null, 'a caught error')] : [];
    }
    default:
      return [];
  }
}

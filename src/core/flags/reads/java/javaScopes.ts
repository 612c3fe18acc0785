import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration, FunctionDeclaration, VariableDeclaration } from '../typed/declaration';
import {
  anonymousType,
  constructorOf,
  functionOf,
  membersOfBody,
  opaque,
  patternNames,
  typeOf,
  variablesOf,
} from './javaDeclarations';
import { childOfType, typeNodes } from './javaNodes';

const functionNodes: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'compact_constructor_declaration',
  'lambda_expression',
]);

/** Types of the nodes that may open a scope. */
export const javaScopeTypes: ReadonlySet<string> = new Set([
  ...functionNodes,
  ...typeNodes,
  'program',
  'class_body',
  'block',
  'constructor_body',
  'switch_block_statement_group',
  'for_statement',
  'enhanced_for_statement',
  'try_with_resources_statement',
  'catch_clause',
]);

/** Whether a node opens a scope; the body of a class that has a name does not, the class does. */
export function isJavaScope(node: SyntaxNode): boolean {
  if (node.type === 'class_body') return isAnonymousBody(node);
  return javaScopeTypes.has(node.type);
}

function isAnonymousBody(node: SyntaxNode): boolean {
  const { parent } = node;
  return (
    node.type === 'class_body' &&
    (parent?.type === 'object_creation_expression' || parent?.type === 'enum_constant')
  );
}

function constructorDeclaration(node: SyntaxNode): FunctionDeclaration {
  const declared = functionOf(node);
  const body = node.parent;
  const holder = body?.type === 'enum_body_declarations' ? body.parent?.parent : body?.parent;
  if (!body || !holder || holder.type === 'record_declaration') {
    return { ...declared, nameNode: null };
  }
  const isChosen = constructorOf(membersOfBody(body))?.id === node.id;
  return { ...declared, nameNode: isChosen ? holder.childForFieldName('name') : null };
}

/** The function or type that a node declares. */
export function javaDeclared(node: SyntaxNode): Declaration | null {
  if (typeNodes.has(node.type)) return typeOf(node);
  if (node.type === 'constructor_declaration') return constructorDeclaration(node);
  if (functionNodes.has(node.type)) return functionOf(node);
  const creation = isAnonymousBody(node) ? node.parent : null;
  return creation ? anonymousType(creation, node) : null;
}

function typeParameters(node: SyntaxNode): readonly Declaration[] {
  const list = node.childForFieldName('type_parameters') ?? childOfType(node, 'type_parameters');
  return (list ? codeChildren(list) : []).flatMap((each) => {
    const nameNode = codeChildren(each).find(({ type }) => type === 'type_identifier');
    return nameNode ? [opaque(nameNode, null, 'a type parameter')] : [];
  });
}

function typeNames(node: SyntaxNode): readonly Declaration[] {
  const type = typeOf(node);
  if (!type) return [];
  const parameters = type.hasPrimaryConstructor ? type.parameters : [];
  return [...parameters, ...type.members, ...type.constants, ...typeParameters(node)];
}

function statementNames(node: SyntaxNode): readonly Declaration[] {
  return codeChildren(node).flatMap((statement): readonly Declaration[] => {
    if (statement.type === 'local_variable_declaration') {
      return variablesOf(statement, { isMember: false });
    }
    const type = typeNodes.has(statement.type) ? typeOf(statement) : null;
    return type ? [type] : [];
  });
}

function resourceNames(node: SyntaxNode): readonly VariableDeclaration[] {
  const list = node.childForFieldName('resources');
  return (list ? codeChildren(list) : []).flatMap((resource): readonly VariableDeclaration[] => {
    const nameNode = resource.childForFieldName('name');
    if (!nameNode) return [];
    const type = resource.childForFieldName('type');
    return [
      {
        kind: 'variable',
        name: nameNode.text,
        nameNode,
        type: type?.text === 'var' ? null : type,
        value: resource.childForFieldName('value'),
        getter: null,
        isMember: false,
        isStatic: false,
        isPrivate: true,
        isConstant: true,
      },
    ];
  });
}

/** The names that a node declares for what stands inside it. */
export function javaScope(node: SyntaxNode): readonly Declaration[] {
  if (typeNodes.has(node.type)) return typeNames(node);
  if (functionNodes.has(node.type)) {
    const { parameters, body } = functionOf(node);
    return [...parameters, ...typeParameters(node), ...patternNames(body)];
  }
  switch (node.type) {
    case 'program':
      return codeChildren(node).flatMap((child) => {
        const type = typeNodes.has(child.type) ? typeOf(child) : null;
        return type ? [type] : [];
      });
    case 'class_body': {
      const declared = javaDeclared(node);
      return declared?.kind === 'type' ? declared.members : [];
    }
    case 'block':
    case 'constructor_body':
    case 'switch_block_statement_group':
      return statementNames(node);
    case 'for_statement': {
      const init = node.childForFieldName('init');
      return init ? variablesOf(init, { isMember: false }) : [];
    }
    case 'enhanced_for_statement': {
      const nameNode = node.childForFieldName('name');
      const type = node.childForFieldName('type');
      return nameNode ? [opaque(nameNode, type, 'the variable of a loop')] : [];
    }
    case 'try_with_resources_statement':
      return resourceNames(node);
    case 'catch_clause': {
      const parameter = childOfType(node, 'catch_formal_parameter');
      const nameNode = parameter?.childForFieldName('name');
      return nameNode ? [opaque(nameNode, null, 'a caught error')] : [];
    }
    default:
      return [];
  }
}

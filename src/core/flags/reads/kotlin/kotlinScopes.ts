import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration, FunctionDeclaration, VariableDeclaration } from '../typed/declaration';
import {
  functionOf,
  membersIn,
  opaque,
  propertyOf,
  typeOf,
  variableIn,
} from './kotlinDeclarations';
import { childOfType, typeNodes } from './kotlinNodes';
import type { ImplicitReceiver } from '../typed/typedGrammar';

const functionNodes: ReadonlySet<string> = new Set([
  'function_declaration',
  'anonymous_function',
  'secondary_constructor',
]);

/** Types of the nodes that may open a scope. */
export const kotlinScopeTypes: ReadonlySet<string> = new Set([
  ...functionNodes,
  ...typeNodes,
  'object_literal',
  'source_file',
  'statements',
  'lambda_literal',
  'getter',
  'for_statement',
  'when_expression',
  'catch_block',
]);

/** Whether a node opens a scope. */
export function isKotlinScope(node: SyntaxNode): boolean {
  return kotlinScopeTypes.has(node.type);
}

/** Functions that hand the value they are called on to their lambda: as its parameter, or as `this`. */
const handsParameter: ReadonlySet<string> = new Set(['let', 'also', 'takeIf', 'use']);
const handsThis: ReadonlySet<string> = new Set(['apply', 'run', 'with']);

/** The call a lambda is given to: its name, and what it is called on (for `with`: what it is given). */
function handingCall(lambda: SyntaxNode): { name: string; on: SyntaxNode } | null {
  const annotated = lambda.parent;
  const call = annotated?.parent?.parent;
  const isGiven = annotated?.type === 'annotated_lambda' && call?.type === 'call_expression';
  const [callee] = isGiven && call ? codeChildren(call) : [];
  if (!callee) return null;
  if (callee.type === 'navigation_expression') {
    const [on, suffix] = codeChildren(callee);
    const name = suffix ? childOfType(suffix, 'simple_identifier')?.text : undefined;
    return on && name !== undefined ? { name, on } : null;
  }
  const [name, suffix] = callee.type === 'call_expression' ? codeChildren(callee) : [];
  const list = suffix ? childOfType(suffix, 'value_arguments') : null;
  const argument = list ? codeChildren(list)[0] : undefined;
  const on = argument ? codeChildren(argument).at(-1) : undefined;
  return name?.text === 'with' && on ? { name: 'with', on } : null;
}

/** The type a test double is made of, where the lambda is given to `mockk<Type> { ... }`. */
function mockedType(lambda: SyntaxNode): SyntaxNode | null {
  const call = lambda.parent?.parent?.parent;
  const [callee, suffix] = call?.type === 'call_expression' ? codeChildren(call) : [];
  const inner = callee?.type === 'call_expression' ? codeChildren(callee)[0] : callee;
  if (!inner || !/^(mockk|spyk|mock)$/.test(inner.text)) return null;
  const outerTypes = suffix ? childOfType(suffix, 'type_arguments') : null;
  const innerSuffix = callee && callee.id !== inner.id ? codeChildren(callee)[1] : undefined;
  const innerTypes = innerSuffix ? childOfType(innerSuffix, 'type_arguments') : null;
  const list = outerTypes ?? innerTypes;
  return list ? (codeChildren(list)[0] ?? null) : null;
}

/** What `this` is in a scope besides an instance of its class: an expression, or a type. */
export function kotlinReceiver(scope: SyntaxNode): ImplicitReceiver | null {
  if (scope.type === 'function_declaration') {
    const type = functionOf(scope).receiver?.type;
    return type ? { type } : null;
  }
  if (scope.type !== 'lambda_literal') return null;
  const call = handingCall(scope);
  if (call && handsThis.has(call.name)) return { value: call.on };
  const type = mockedType(scope);
  return type && { type };
}

function handed(nameNode: SyntaxNode, name: string, value: SyntaxNode): VariableDeclaration {
  return {
    kind: 'variable',
    name,
    nameNode,
    type: null,
    value,
    getter: null,
    isMember: false,
    isStatic: false,
    isPrivate: false,
    isConstant: true,
  };
}

function lambdaNames(lambda: SyntaxNode): readonly Declaration[] {
  const list = childOfType(lambda, 'lambda_parameters');
  const call = handingCall(lambda);
  const on = call && handsParameter.has(call.name) ? call.on : null;
  if (!list) return on ? [handed(lambda, 'it', on)] : [unknownIt(lambda)];
  return codeChildren(list).flatMap((parameter): readonly Declaration[] => {
    if (parameter.type === 'multi_variable_declaration') {
      return codeChildren(parameter).flatMap((part) => {
        const variable = variableIn(part);
        return variable ? [opaque(variable.nameNode, variable.type, 'a part of something')] : [];
      });
    }
    const variable = variableIn(parameter);
    if (!variable) return [];
    return on
      ? [handed(variable.nameNode, variable.name, on)]
      : [opaque(variable.nameNode, variable.type, 'a parameter of a function without a name')];
  });
}

/** `it`, where nothing tells what it is. */
function unknownIt(lambda: SyntaxNode): Declaration {
  const what = 'a parameter of a function without a name';
  return { kind: 'opaque', name: 'it', nameNode: lambda, type: null, what };
}

function lambdaOf(node: SyntaxNode): FunctionDeclaration {
  return {
    kind: 'function',
    name: null,
    nameNode: null,
    node,
    parameters: [],
    returnType: null,
    body: childOfType(node, 'statements'),
    isStatic: false,
    isPrivate: true,
    receiver: null,
  };
}

function getterProperty(getter: SyntaxNode): Declaration | null {
  const parent = getter.parent;
  if (!parent) return null;
  if (parent.type === 'property_declaration')
    return propertyOf(parent, { isMember: true })[0] ?? null;
  const siblings = codeChildren(parent);
  const before = siblings[siblings.findIndex(({ id }) => id === getter.id) - 1];
  return before?.type === 'property_declaration'
    ? (propertyOf(before, { isMember: true, next: getter })[0] ?? null)
    : null;
}

/** The function, getter or type that a node declares. */
export function kotlinDeclared(node: SyntaxNode): Declaration | null {
  if (typeNodes.has(node.type) || node.type === 'object_literal') return typeOf(node);
  if (functionNodes.has(node.type)) return functionOf(node);
  if (node.type === 'lambda_literal') return lambdaOf(node);
  return node.type === 'getter' ? getterProperty(node) : null;
}

function typeParameters(node: SyntaxNode): readonly Declaration[] {
  const list = childOfType(node, 'type_parameters');
  return (list ? codeChildren(list) : []).flatMap((parameter) => {
    const nameNode = childOfType(parameter, 'type_identifier');
    return nameNode ? [opaque(nameNode, null, 'a type parameter')] : [];
  });
}

function typeNames(node: SyntaxNode): readonly Declaration[] {
  const { members, constants, parameters } = typeOf(node);
  const companion = members.find((member) => member.kind === 'type' && member.form === 'companion');
  const inherited = companion?.kind === 'type' ? companion.members : [];
  const own = [...members, ...constants];
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own,
    ...parameters.filter(({ name }) => !names.has(name)),
    ...inherited.filter(({ name }) => !names.has(name)),
    ...typeParameters(node),
  ];
}

function statementNames(node: SyntaxNode): readonly Declaration[] {
  return codeChildren(node).flatMap((statement): readonly Declaration[] => {
    if (statement.type === 'property_declaration')
      return propertyOf(statement, { isMember: false });
    if (statement.type === 'function_declaration') return [functionOf(statement)];
    return typeNodes.has(statement.type) ? [typeOf(statement)] : [];
  });
}

function loopNames(node: SyntaxNode): readonly Declaration[] {
  return codeChildren(node)
    .filter(({ type }) => type === 'variable_declaration' || type === 'multi_variable_declaration')
    .flatMap((part) => (part.type === 'variable_declaration' ? [part] : codeChildren(part)))
    .flatMap((part) => {
      const variable = variableIn(part);
      return variable ? [opaque(variable.nameNode, variable.type, 'the variable of a loop')] : [];
    });
}

function subjectNames(node: SyntaxNode): readonly Declaration[] {
  const subject = childOfType(node, 'when_subject');
  const declared = subject ? childOfType(subject, 'variable_declaration') : null;
  const variable = declared ? variableIn(declared) : null;
  const value = subject ? codeChildren(subject).at(-1) : undefined;
  return variable && value ? [handed(variable.nameNode, variable.name, value)] : [];
}

/** The names that a node declares for what stands inside it. */
export function kotlinScope(node: SyntaxNode): readonly Declaration[] {
  if (typeNodes.has(node.type) || node.type === 'object_literal') return typeNames(node);
  if (functionNodes.has(node.type)) {
    return [...functionOf(node).parameters, ...typeParameters(node)];
  }
  switch (node.type) {
    case 'source_file':
      return membersIn(node);
    case 'statements':
      return statementNames(node);
    case 'lambda_literal':
      return lambdaNames(node);
    case 'for_statement':
      return loopNames(node);
    case 'when_expression':
      return subjectNames(node);
    case 'catch_block': {
      const nameNode = childOfType(node, 'simple_identifier');
      return nameNode ? [opaque(nameNode, null, 'a caught error')] : [];
    }
    default:
      return [];
  }
}

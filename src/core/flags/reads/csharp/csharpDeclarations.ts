import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type {
  BaseDeclaration,
  ConstantDeclaration,
  Declaration,
  FunctionDeclaration,
  OpaqueDeclaration,
  ParameterDeclaration,
  TypeDeclaration,
  VariableDeclaration,
} from '../typed/declaration';
import { argumentsIn, childOfType, compiledChildren, modifiersOf, typeNodes } from './csharpNodes';

const valueless: ReadonlySet<string> = new Set(['tuple_pattern', 'bracketed_argument_list']);

/** The value behind `=`: what is neither name nor type. */
function valueOf(node: SyntaxNode): SyntaxNode | null {
  const nameNode = node.childForFieldName('name');
  const typeNode = node.childForFieldName('type');
  const others = codeChildren(node).filter(
    (child) =>
      child.id !== nameNode?.id &&
      child.id !== typeNode?.id &&
      child.type !== 'modifier' &&
      child.type !== 'attribute_list' &&
      !valueless.has(child.type),
  );
  return others.at(-1) ?? null;
}

function parameterOf(node: SyntaxNode, isMember: boolean): ParameterDeclaration | null {
  const nameNode = node.type === 'implicit_parameter' ? node : node.childForFieldName('name');
  if (!nameNode) return null;
  return {
    kind: 'parameter',
    name: nameNode.text,
    nameNode,
    type: node.type === 'implicit_parameter' ? null : node.childForFieldName('type'),
    default: node.type === 'implicit_parameter' ? null : valueOf(node),
    isMember,
  };
}

/** The parameters in a list; `params string[] keys` stands in it without a node of its own. */
export function parametersIn(
  list: SyntaxNode | null,
  isMember = false,
): readonly ParameterDeclaration[] {
  if (!list) return [];
  if (list.type === 'implicit_parameter') {
    const only = parameterOf(list, isMember);
    return only ? [only] : [];
  }
  const written = codeChildren(list)
    .filter(({ type }) => type === 'parameter')
    .map((node) => parameterOf(node, isMember))
    .filter((parameter) => parameter !== null);
  const nameNode = list.childForFieldName('name');
  if (!nameNode) return written;
  const last: ParameterDeclaration = {
    kind: 'parameter',
    name: nameNode.text,
    nameNode,
    type: null,
    default: null,
    isMember,
  };
  return [...written, last];
}

/** Members are private unless they say otherwise. */
function isPrivate(modifiers: ReadonlySet<string>): boolean {
  return !['public', 'internal', 'protected'].some((modifier) => modifiers.has(modifier));
}

/** Methods of interfaces are public, and so are those that are written for one of them (`bool IFlags.IsOn()`). */
function isPrivateMethod(node: SyntaxNode): boolean {
  if (node.type !== 'method_declaration' || !isPrivate(modifiersOf(node))) return false;
  const isExplicit = childOfType(node, 'explicit_interface_specifier') !== null;
  return !isExplicit && node.parent?.parent?.type !== 'interface_declaration';
}

/** The variables of `Type a = 1, b`. */
export function variablesOf(
  node: SyntaxNode,
  options: { readonly isMember: boolean; readonly modifiers: ReadonlySet<string> },
): readonly Declaration[] {
  const { isMember, modifiers } = options;
  const declaration = childOfType(node, 'variable_declaration');
  if (!declaration) return [];
  const type = declaration.childForFieldName('type');
  return codeChildren(declaration).flatMap((declarator): readonly Declaration[] => {
    if (declarator.type !== 'variable_declarator') return [];
    const nameNode = declarator.childForFieldName('name');
    if (!nameNode) return tupleNames(declarator);
    const isConst = modifiers.has('const');
    const variable: VariableDeclaration = {
      kind: 'variable',
      name: nameNode.text,
      nameNode,
      type,
      value: valueOf(declarator),
      getter: null,
      isMember,
      isStatic: isConst || modifiers.has('static'),
      isPrivate: isPrivate(modifiers),
      isConstant: isConst || modifiers.has('readonly'),
    };
    return [variable];
  });
}

function opaque(nameNode: SyntaxNode, type: SyntaxNode | null, what: string): OpaqueDeclaration {
  return { kind: 'opaque', name: nameNode.text, nameNode, type, what };
}

function tupleNames(declarator: SyntaxNode): readonly Declaration[] {
  return descendants(declarator, 'tuple_pattern')
    .flatMap(codeChildren)
    .filter(({ type }) => type === 'identifier')
    .map((nameNode) => opaque(nameNode, null, 'a part of a tuple'));
}

/** A property: its getter where it computes its value, else its initial value. */
function propertyOf(node: SyntaxNode): VariableDeclaration | null {
  const nameNode = node.childForFieldName('name');
  if (!nameNode) return null;
  const value = node.childForFieldName('value');
  const isArrow = value?.type === 'arrow_expression_clause';
  const accessors = node.childForFieldName('accessors');
  const list = accessors ? codeChildren(accessors) : [];
  const getter = list.find((accessor) => accessor.text.replace(/^[^a-z]*/, '').startsWith('get'));
  const modifiers = modifiersOf(node);
  return {
    kind: 'variable',
    name: nameNode.text,
    nameNode,
    type: node.childForFieldName('type'),
    value: isArrow ? null : value,
    getter: isArrow ? value : (getter?.childForFieldName('body') ?? null),
    isMember: true,
    isStatic: modifiers.has('static'),
    isPrivate: isPrivate(modifiers),
    isConstant: !list.some((accessor) => /\bset\b/.test(accessor.text)),
  };
}

/** A method, a constructor, a local function or a lambda. */
export function functionOf(node: SyntaxNode): FunctionDeclaration | null {
  const isLambda = node.type === 'lambda_expression' || node.type === 'anonymous_method_expression';
  const nameNode = isLambda ? null : node.childForFieldName('name');
  const list = node.childForFieldName('parameters');
  const all = parametersIn(list);
  const first = list ? codeChildren(list)[0] : undefined;
  const isExtension = first?.type === 'parameter' && modifiersOf(first).has('this');
  return {
    kind: 'function',
    name: nameNode?.text ?? null,
    nameNode,
    node,
    parameters: isExtension ? all.slice(1) : all,
    returnType: node.childForFieldName('returns') ?? node.childForFieldName('type'),
    body: node.childForFieldName('body') ?? childOfType(node, 'block'),
    isStatic: modifiersOf(node).has('static'),
    isPrivate: isPrivateMethod(node),
    receiver: (isExtension && all[0]) || null,
  };
}

export function memberOf(node: SyntaxNode): readonly Declaration[] {
  switch (node.type) {
    case 'field_declaration':
    case 'event_field_declaration':
      return variablesOf(node, { isMember: true, modifiers: modifiersOf(node) });
    case 'property_declaration': {
      const property = propertyOf(node);
      return property ? [property] : [];
    }
    case 'method_declaration': {
      const method = functionOf(node);
      return method ? [method] : [];
    }
    default: {
      const type = typeNodes.has(node.type) ? typeOf(node) : null;
      return type ? [type] : [];
    }
  }
}

function basesOf(node: SyntaxNode): readonly BaseDeclaration[] {
  const list = childOfType(node, 'base_list');
  const children = list ? codeChildren(list) : [];
  return children.flatMap((child, index): readonly BaseDeclaration[] => {
    if (child.type === 'argument_list') return [];
    if (child.type === 'primary_constructor_base_type') {
      const type = child.childForFieldName('type');
      const given = childOfType(child, 'argument_list');
      return type ? [{ type, arguments: argumentsIn(given) }] : [];
    }
    const next = children[index + 1];
    const given = next?.type === 'argument_list' ? argumentsIn(next) : null;
    return [{ type: child, arguments: given }];
  });
}

function constantsOf(body: SyntaxNode | null): readonly ConstantDeclaration[] {
  return (body ? compiledChildren(body) : []).flatMap((node) => {
    const nameNode = node.childForFieldName('name');
    if (node.type !== 'enum_member_declaration' || !nameNode) return [];
    return [{ kind: 'constant', name: nameNode.text, nameNode, arguments: [], members: [] }];
  });
}

/** The constructor that counts: the one with the most parameters. */
export function constructorOf(members: readonly SyntaxNode[]): SyntaxNode | null {
  const all = members.filter(({ type }) => type === 'constructor_declaration');
  let most: SyntaxNode | null = null;
  let largest = -1;
  for (const node of all) {
    const count = parametersIn(node.childForFieldName('parameters')).length;
    if (count > largest) [most, largest] = [node, count];
  }
  return most;
}

function handedOn(constructor: SyntaxNode | null) {
  const initializer = constructor ? childOfType(constructor, 'constructor_initializer') : null;
  if (!initializer || !/^\s*:\s*base\b/.test(initializer.text)) return null;
  return argumentsIn(childOfType(initializer, 'argument_list'));
}

/** A class, a struct, a record, an interface or an enum. */
export function typeOf(node: SyntaxNode): TypeDeclaration | null {
  const nameNode = node.childForFieldName('name');
  if (!nameNode) return null;
  const body = node.childForFieldName('body') ?? childOfType(node, 'declaration_list');
  const isEnum = node.type === 'enum_declaration';
  const children = body && !isEnum ? compiledChildren(body) : [];
  const constructor = constructorOf(children);
  const primary = childOfType(node, 'parameter_list');
  const isRecord = node.type === 'record_declaration';
  const given = handedOn(constructor);
  const bases = basesOf(node);
  return {
    kind: 'type',
    form: isEnum ? 'enum' : node.type === 'interface_declaration' ? 'interface' : 'class',
    name: nameNode.text,
    nameNode,
    node,
    bases: given
      ? bases.map((base, index) => (index === 0 ? { ...base, arguments: given } : base))
      : bases,
    parameters: primary
      ? parametersIn(primary, isRecord)
      : parametersIn(constructor?.childForFieldName('parameters') ?? null),
    hasPrimaryConstructor: primary !== null,
    members: children.flatMap(memberOf),
    constants: isEnum ? constantsOf(body) : [],
    accessors: 'none',
  };
}

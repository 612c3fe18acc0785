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
import { annotationsOf, argumentsIn, childOfType, modifiersOf, typeNodes } from './javaNodes';

export function opaque(
  nameNode: SyntaxNode,
  type: SyntaxNode | null,
  what: string,
): OpaqueDeclaration {
  return { kind: 'opaque', name: nameNode.text, nameNode, type, what };
}

/** `var` says nothing of a value. */
function typeOfVariable(node: SyntaxNode): SyntaxNode | null {
  const type = node.childForFieldName('type');
  return type?.text === 'var' ? null : type;
}

/** The variables of `Type a = 1, b`. */
export function variablesOf(
  node: SyntaxNode,
  options: { readonly isMember: boolean; readonly isConstant?: boolean },
): readonly VariableDeclaration[] {
  const modifiers = modifiersOf(node);
  const { isMember, isConstant = false } = options;
  return codeChildren(node)
    .filter(({ type }) => type === 'variable_declarator')
    .flatMap((declarator): readonly VariableDeclaration[] => {
      const nameNode = declarator.childForFieldName('name');
      if (!nameNode) return [];
      return [
        {
          kind: 'variable',
          name: nameNode.text,
          nameNode,
          type: typeOfVariable(node),
          value: declarator.childForFieldName('value'),
          getter: null,
          isMember,
          isStatic: isConstant || modifiers.has('static'),
          isPrivate: modifiers.has('private'),
          isConstant: isConstant || modifiers.has('final'),
        },
      ];
    });
}

function parameter(
  nameNode: SyntaxNode,
  type: SyntaxNode | null,
  isMember: boolean,
): ParameterDeclaration {
  return { kind: 'parameter', name: nameNode.text, nameNode, type, default: null, isMember };
}

/** The parameters in a list, or of a lambda. */
export function parametersIn(
  list: SyntaxNode | null,
  isMember = false,
): readonly ParameterDeclaration[] {
  if (!list) return [];
  if (list.type === 'identifier') return [parameter(list, null, isMember)];
  return codeChildren(list).flatMap((node): readonly ParameterDeclaration[] => {
    if (node.type === 'identifier') return [parameter(node, null, isMember)];
    const nameNode =
      node.childForFieldName('name') ??
      childOfType(node, 'variable_declarator')?.childForFieldName('name');
    return nameNode ? [parameter(nameNode, typeOfVariable(node), isMember)] : [];
  });
}

/** A method, a constructor or a lambda. */
export function functionOf(node: SyntaxNode): FunctionDeclaration {
  const nameNode = node.type === 'lambda_expression' ? null : node.childForFieldName('name');
  return {
    kind: 'function',
    name: nameNode?.text ?? null,
    nameNode,
    node,
    parameters: parametersIn(node.childForFieldName('parameters')),
    returnType: node.childForFieldName('type'),
    body: node.childForFieldName('body'),
    isStatic: modifiersOf(node).has('static'),
    isPrivate: modifiersOf(node).has('private'),
    receiver: null,
  };
}

/** The parts of a body, those of an enum's second half among them. */
export function membersOfBody(body: SyntaxNode | null): readonly SyntaxNode[] {
  return (body ? codeChildren(body) : []).flatMap((child) =>
    child.type === 'enum_body_declarations' ? codeChildren(child) : [child],
  );
}

function memberOf(node: SyntaxNode): readonly Declaration[] {
  switch (node.type) {
    case 'field_declaration':
      return variablesOf(node, { isMember: true });
    case 'constant_declaration':
      return variablesOf(node, { isMember: true, isConstant: true });
    case 'method_declaration':
    case 'annotation_type_element_declaration':
      return [functionOf(node)];
    default: {
      const type = typeNodes.has(node.type) ? typeOf(node) : null;
      return type ? [type] : [];
    }
  }
}

/** The constructor that counts: the one with the most parameters. */
export function constructorOf(nodes: readonly SyntaxNode[]): SyntaxNode | null {
  const count = (node: SyntaxNode) => parametersIn(node.childForFieldName('parameters')).length;
  return nodes
    .filter(({ type }) => type === 'constructor_declaration')
    .reduce<SyntaxNode | null>(
      (most, node) => (most === null || count(node) > count(most) ? node : most),
      null,
    );
}

/** What a constructor hands to its base class: `super(...)`. */
function handedOn(constructor: SyntaxNode | null) {
  const body = constructor?.childForFieldName('body');
  const call = body ? childOfType(body, 'explicit_constructor_invocation') : null;
  if (call?.childForFieldName('constructor')?.type !== 'super') return null;
  return argumentsIn(call.childForFieldName('arguments'));
}

function basesOf(node: SyntaxNode, constructor: SyntaxNode | null): readonly BaseDeclaration[] {
  const superclass = node.childForFieldName('superclass');
  const type = superclass ? codeChildren(superclass)[0] : undefined;
  const lists = codeChildren(node).filter(
    (child) => child.type === 'super_interfaces' || child.type === 'extends_interfaces',
  );
  const interfaces = lists
    .flatMap(codeChildren)
    .flatMap((list) => (list.type === 'type_list' ? codeChildren(list) : [list]))
    .map((each): BaseDeclaration => ({ type: each, arguments: null }));
  return type ? [{ type, arguments: handedOn(constructor) }, ...interfaces] : interfaces;
}

function constantsOf(body: SyntaxNode | null): readonly ConstantDeclaration[] {
  return (body ? codeChildren(body) : []).flatMap((node): readonly ConstantDeclaration[] => {
    const nameNode = node.childForFieldName('name');
    if (node.type !== 'enum_constant' || !nameNode) return [];
    return [
      {
        kind: 'constant',
        name: nameNode.text,
        nameNode,
        arguments: argumentsIn(node.childForFieldName('arguments')),
        members: membersOfBody(node.childForFieldName('body')).flatMap(memberOf),
      },
    ];
  });
}

/** Fields that Lombok makes a constructor of: final ones without a value. */
function lombokParameters(
  node: SyntaxNode,
  members: readonly Declaration[],
): readonly ParameterDeclaration[] {
  const annotations = annotationsOf(node);
  const isAll = annotations.has('AllArgsConstructor') || annotations.has('Value');
  const isMade = isAll || annotations.has('RequiredArgsConstructor') || annotations.has('Data');
  if (!isMade) return [];
  return members.flatMap((member) => {
    const isField = member.kind === 'variable' && !member.isStatic && !member.value;
    return isField && (isAll || member.isConstant)
      ? [parameter(member.nameNode, member.type, true)]
      : [];
  });
}

const makesGetters = ['Getter', 'Data', 'Value'] as const;

/** A class, an interface, an enum, a record or an annotation. */
export function typeOf(node: SyntaxNode): TypeDeclaration | null {
  const nameNode = node.childForFieldName('name');
  if (!nameNode) return null;
  const body = node.childForFieldName('body');
  const nodes = membersOfBody(body);
  const constructor = constructorOf(nodes);
  const members = nodes.flatMap(memberOf);
  const isRecord = node.type === 'record_declaration';
  const list = isRecord ? node.childForFieldName('parameters') : null;
  const written = constructor?.childForFieldName('parameters') ?? null;
  const made = constructor ? [] : lombokParameters(node, members);
  const names = new Set(made.map(({ name }) => name));
  const annotations = annotationsOf(node);
  const hasGetters =
    makesGetters.some((name) => annotations.has(name)) ||
    nodes.some((field) => field.type === 'field_declaration' && annotationsOf(field).has('Getter'));
  return {
    kind: 'type',
    form:
      node.type === 'enum_declaration'
        ? 'enum'
        : node.type === 'interface_declaration'
          ? 'interface'
          : 'class',
    name: nameNode.text,
    nameNode,
    node,
    bases: basesOf(node, constructor),
    parameters: isRecord ? parametersIn(list, true) : written ? parametersIn(written) : made,
    hasPrimaryConstructor: isRecord || made.length > 0,
    members: members.filter((member) => member.kind !== 'variable' || !names.has(member.name)),
    constants: constantsOf(body),
    accessors: isRecord ? 'records' : hasGetters ? 'getters' : 'none',
  };
}

/** The body of `new Type() { ... }`. */
export function anonymousType(node: SyntaxNode, body: SyntaxNode): TypeDeclaration {
  const type = node.childForFieldName('type');
  return {
    kind: 'type',
    form: 'class',
    name: null,
    nameNode: null,
    node: body,
    bases: type ? [{ type, arguments: argumentsIn(node.childForFieldName('arguments')) }] : [],
    parameters: [],
    hasPrimaryConstructor: false,
    members: membersOfBody(body).flatMap(memberOf),
    constants: [],
    accessors: 'none',
  };
}

/** Names that `instanceof` declares in a function. */
export function patternNames(body: SyntaxNode | null): readonly Declaration[] {
  if (!body) return [];
  return descendants(body, 'instanceof_expression', 'type_pattern').flatMap((node) => {
    const nameNode = node.childForFieldName('name') ?? codeChildren(node)[1];
    if (nameNode?.type !== 'identifier') return [];
    const type = node.childForFieldName('right') ?? codeChildren(node)[0] ?? null;
    return [opaque(nameNode, type, 'found by a pattern')];
  });
}

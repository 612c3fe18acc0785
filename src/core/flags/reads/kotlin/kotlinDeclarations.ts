import { codeChildren, hasToken } from '../../../syntax/syntaxNodes';
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
import { argumentsIn, childOfType, modifiersOf, typeNodes, typeReferences } from './kotlinNodes';

export function opaque(
  nameNode: SyntaxNode,
  type: SyntaxNode | null,
  what: string,
): OpaqueDeclaration {
  return { kind: 'opaque', name: nameNode.text, nameNode, type, what };
}

function typeIn(node: SyntaxNode): SyntaxNode | null {
  return codeChildren(node).find(({ type }) => typeReferences.has(type)) ?? null;
}

/** Name and type of `name: Type`. */
export function variableIn(node: SyntaxNode) {
  const nameNode = childOfType(node, 'simple_identifier');
  return nameNode ? { nameNode, name: nameNode.text, type: typeIn(node) } : null;
}

const isNoValue: ReadonlySet<string> = new Set([
  'modifiers',
  'binding_pattern_kind',
  'variable_declaration',
  'multi_variable_declaration',
  'type_parameters',
  'type_constraints',
  'getter',
  'setter',
]);

function getterOf(node: SyntaxNode, next: SyntaxNode | undefined): SyntaxNode | null {
  const own = childOfType(node, 'getter') ?? (next?.type === 'getter' ? next : null);
  return own ? childOfType(own, 'function_body') : null;
}

/** A property or a local variable. `next`: the node after it, which may be its getter. */
export function propertyOf(
  node: SyntaxNode,
  options: { readonly isMember: boolean; readonly next?: SyntaxNode | undefined },
): readonly Declaration[] {
  const parts = childOfType(node, 'multi_variable_declaration');
  if (parts) {
    return codeChildren(parts).flatMap((part) => {
      const variable = variableIn(part);
      return variable ? [opaque(variable.nameNode, variable.type, 'a part of something')] : [];
    });
  }
  const declared = childOfType(node, 'variable_declaration');
  const variable = declared ? variableIn(declared) : null;
  if (!declared || !variable) return [];
  const rest = codeChildren(node).filter(({ startIndex }) => startIndex >= declared.endIndex);
  const value = rest.find(({ type }) => !isNoValue.has(type)) ?? null;
  const modifiers = modifiersOf(node);
  const result: VariableDeclaration = {
    kind: 'variable',
    ...variable,
    value: value?.type === 'property_delegate' ? (codeChildren(value)[0] ?? null) : value,
    getter: getterOf(node, options.next),
    isMember: options.isMember,
    isStatic: false,
    isPrivate: modifiers.has('private'),
    isConstant: childOfType(node, 'binding_pattern_kind')?.text !== 'var',
  };
  return [result];
}

/** `name: Type = value`, in the list of a function. */
export function parametersIn(list: SyntaxNode | null): readonly ParameterDeclaration[] {
  const children = list ? codeChildren(list) : [];
  return children.flatMap((node, index): readonly ParameterDeclaration[] => {
    const variable = node.type === 'parameter' ? variableIn(node) : null;
    if (!variable) return [];
    const next = children[index + 1];
    const isDefault = next && next.type !== 'parameter' && next.type !== 'parameter_modifiers';
    return [{ kind: 'parameter', ...variable, default: isDefault ? next : null, isMember: false }];
  });
}

function classParameters(node: SyntaxNode): readonly ParameterDeclaration[] {
  const constructor = childOfType(node, 'primary_constructor');
  return (constructor ? codeChildren(constructor) : []).flatMap((parameter) => {
    const variable = parameter.type === 'class_parameter' ? variableIn(parameter) : null;
    if (!variable) return [];
    const last = codeChildren(parameter).at(-1);
    const isDefault = last && last.id !== variable.nameNode.id && last.id !== variable.type?.id;
    const isMember = childOfType(parameter, 'binding_pattern_kind') !== null;
    return [{ kind: 'parameter', ...variable, default: isDefault ? last : null, isMember }];
  });
}

/** A function, with its receiver where it extends a type. */
export function functionOf(node: SyntaxNode): FunctionDeclaration {
  const children = codeChildren(node);
  const list = children.find(({ type }) => type === 'function_value_parameters') ?? null;
  const nameNode = children.find(({ type }) => type === 'simple_identifier') ?? null;
  const types = children.filter(({ type }) => typeReferences.has(type));
  const receiver = types.find(({ endIndex }) => nameNode && endIndex <= nameNode.startIndex);
  const returnType = types.find(({ startIndex }) => list && startIndex >= list.endIndex);
  return {
    kind: 'function',
    name: nameNode?.text ?? null,
    nameNode,
    node,
    parameters: parametersIn(list),
    returnType: returnType ?? null,
    body: children.find(({ type }) => type === 'function_body') ?? null,
    isStatic: false,
    isPrivate: modifiersOf(node).has('private'),
    receiver: receiver
      ? {
          kind: 'parameter',
          name: 'this',
          nameNode: receiver,
          type: receiver,
          default: null,
          isMember: false,
        }
      : null,
  };
}

function basesOf(node: SyntaxNode): readonly BaseDeclaration[] {
  return codeChildren(node)
    .filter(({ type }) => type === 'delegation_specifier')
    .flatMap((specifier): readonly BaseDeclaration[] => {
      const [inner] = codeChildren(specifier);
      const type = inner && (typeReferences.has(inner.type) ? inner : typeIn(inner));
      if (!inner || !type) return [];
      const isCall = inner.type === 'constructor_invocation';
      const given = isCall ? argumentsIn(childOfType(inner, 'value_arguments')) : null;
      return [{ type, arguments: given }];
    });
}

/** The members of a body, in order. */
export function membersIn(body: SyntaxNode | null): readonly Declaration[] {
  const children = body ? codeChildren(body) : [];
  return children.flatMap((node, index): readonly Declaration[] => {
    if (node.type === 'property_declaration') {
      return propertyOf(node, { isMember: true, next: children[index + 1] });
    }
    if (node.type === 'function_declaration') return [functionOf(node)];
    return typeNodes.has(node.type) ? [typeOf(node)] : [];
  });
}

function constantsOf(body: SyntaxNode | null): readonly ConstantDeclaration[] {
  return (body ? codeChildren(body) : []).flatMap((entry): readonly ConstantDeclaration[] => {
    const nameNode = childOfType(entry, 'simple_identifier');
    if (entry.type !== 'enum_entry' || !nameNode) return [];
    return [
      {
        kind: 'constant',
        name: nameNode.text,
        nameNode,
        arguments: argumentsIn(childOfType(entry, 'value_arguments')),
        members: membersIn(childOfType(entry, 'class_body')),
      },
    ];
  });
}

/** A class, an interface, an enum, an object or a companion. */
export function typeOf(node: SyntaxNode): TypeDeclaration {
  const nameNode = childOfType(node, 'type_identifier');
  const enumBody = childOfType(node, 'enum_class_body');
  const isCompanion = node.type === 'companion_object';
  const isObject = node.type === 'object_declaration' || node.type === 'object_literal';
  const isInterface = hasToken(node, 'interface');
  const form = enumBody ? 'enum' : isInterface ? 'interface' : isObject ? 'object' : 'class';
  return {
    kind: 'type',
    form: isCompanion ? 'companion' : form,
    name: nameNode?.text ?? (isCompanion ? 'Companion' : null),
    nameNode: nameNode ?? (isCompanion ? node : null),
    node,
    bases: basesOf(node),
    parameters: classParameters(node),
    hasPrimaryConstructor: true,
    members: membersIn(enumBody ?? childOfType(node, 'class_body')),
    constants: constantsOf(enumBody),
    accessors: 'getters',
  };
}

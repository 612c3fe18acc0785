import type { StaticMember, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Evaluation } from './evaluation';
import { ownPackage } from './imports';
import { declaredResult, parametersOf } from './functions';

/** A field of a struct. */
interface Field {
  readonly nameNode: SyntaxNode;
  readonly type: SyntaxNode | null;
}

/** What this file says of a type. */
export interface StructFacts {
  readonly fields: readonly Field[];
  readonly methods: readonly SyntaxNode[];
  /** Types whose members it has too. */
  readonly embedded: readonly SyntaxNode[];
  /** Methods of an interface. */
  readonly declared: readonly SyntaxNode[];
}

/** The name of a method's receiver's type. */
function receiverType(method: SyntaxNode): string | null {
  const list = method.childForFieldName('receiver');
  const parameter = list ? codeChildren(list)[0] : undefined;
  let type = parameter?.childForFieldName('type') ?? null;
  for (let steps = 0; type && type.type !== 'type_identifier' && steps < 4; steps++) {
    type = type.childForFieldName('type') ?? codeChildren(type)[0] ?? null;
  }
  return type?.type === 'type_identifier' ? type.text : null;
}

/** Methods of a file, by the name of their receiver's type. */
export function methodsByType(root: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const methods = new Map<string, SyntaxNode[]>();
  for (const method of codeChildren(root)) {
    const type = method.type === 'method_declaration' ? receiverType(method) : null;
    if (type !== null) methods.set(type, [...(methods.get(type) ?? []), method]);
  }
  return methods;
}

function fieldsIn(struct: SyntaxNode): Pick<StructFacts, 'fields' | 'embedded'> {
  const fields: Field[] = [];
  const embedded: SyntaxNode[] = [];
  const list = codeChildren(struct)[0];
  for (const declaration of list ? codeChildren(list) : []) {
    const type = declaration.childForFieldName('type');
    const names = codeChildren(declaration).filter((child) => child.type === 'field_identifier');
    for (const nameNode of names) fields.push({ nameNode, type });
    if (names.length === 0 && type) embedded.push(type);
  }
  return { fields, embedded };
}

/** Reads what a `type` declaration says. */
export function structFacts(spec: SyntaxNode, evaluation: Evaluation): StructFacts {
  const type = spec.childForFieldName('type');
  const name = spec.childForFieldName('name')?.text ?? '';
  const methods = evaluation.methods().get(name) ?? [];
  if (type?.type === 'struct_type') return { ...fieldsIn(type), methods, declared: [] };
  if (type?.type !== 'interface_type') return { fields: [], embedded: [], methods, declared: [] };
  const parts = codeChildren(type);
  return {
    fields: [],
    methods,
    embedded: parts.filter((part) => part.type === 'type_elem').flatMap(codeChildren),
    declared: parts.filter((part) => part.type === 'method_elem' || part.type === 'method_spec'),
  };
}

/** A field, as the instance has it: what a literal of the struct gives it, or what its type says. */
export function fieldValue(
  spec: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue | null {
  const { fields } = evaluation.struct(spec);
  const index = fields.findIndex(({ nameNode }) => nameNode.text === name);
  const owner = spec.childForFieldName('name');
  const annotated = fields[index]?.type;
  if (index < 0 || !owner) return null;
  const type = annotated ? evaluation.type(annotated) : null;
  if (type?.kind === 'sdk') return type;
  const span = evaluation.spanOf(owner);
  return { kind: 'parameter', owner: span, index, name, ...(type && { type }) };
}

function declaredFunction(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const name = node.childForFieldName('name');
  return {
    kind: 'function',
    returns: declaredResult(node, evaluation),
    parameters: parametersOf(node),
    ...(name && { name: evaluation.spanOf(name) }),
    isDeclaredOnly: true,
  };
}

/** A method of a type, of those that this file declares. */
export function methodValue(
  spec: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue | null {
  const { methods, declared } = evaluation.struct(spec);
  const isNamed = (node: SyntaxNode) => node.childForFieldName('name')?.text === name;
  const method = methods.find(isNamed);
  if (method) return evaluation.function(method);
  const signature = declared.find(isNamed);
  return signature ? declaredFunction(signature, evaluation) : null;
}

/** All that a type's values have whose names are not known in this file: methods in other files of the package. */
function otherMethods(name: string): StaticValue {
  return { kind: 'import', module: ownPackage, name: `${name}.*`, space: 'value' };
}

/** Interfaces of this file all of whose methods a type has. */
function implemented(spec: SyntaxNode, evaluation: Evaluation): readonly StaticValue[] {
  const own = new Set(
    evaluation.struct(spec).methods.map((method) => method.childForFieldName('name')?.text),
  );
  if (own.size === 0) return [];
  return [...evaluation.scopes.file().values()].flatMap((declaration) => {
    if (declaration.kind !== 'type' || declaration.node.id === spec.id) return [];
    const { declared } = evaluation.struct(declaration.node);
    const isImplemented =
      declared.length > 0 &&
      declared.every((method) => own.has(method.childForFieldName('name')?.text));
    return isImplemented ? [typeReference(declaration.nameNode.text)] : [];
  });
}

/** A type of the package, by name. */
export function typeReference(name: string): StaticValue {
  return { kind: 'import', module: ownPackage, name, space: 'type' };
}

/** The types, besides those of this file's literals, whose members a type has. */
export function basesOf(spec: SyntaxNode, evaluation: Evaluation): readonly StaticValue[] {
  const { embedded } = evaluation.struct(spec);
  return embedded.map((type) => evaluation.type(type)).filter((type) => type !== null);
}

/** A struct or an interface with all its members, for other files. */
export function classValue(spec: SyntaxNode, evaluation: Evaluation): StaticValue {
  const { fields, methods, declared } = evaluation.struct(spec);
  const nameNode = spec.childForFieldName('name');
  const name = nameNode?.text ?? '';
  const instance: Record<string, StaticMember> = {};
  for (const { nameNode: field } of fields) {
    const value = fieldValue(spec, field.text, evaluation);
    if (value) instance[field.text] = { span: evaluation.spanOf(field), value };
  }
  for (const method of [...methods, ...declared]) {
    const methodName = method.childForFieldName('name');
    const value = methodName && methodValue(spec, methodName.text, evaluation);
    if (value) instance[methodName.text] = { span: evaluation.spanOf(methodName), value };
  }
  return {
    kind: 'class',
    instance,
    statics: {},
    ...(nameNode && { name: evaluation.spanOf(nameNode) }),
    parameters: fields.map((field) => ({ name: field.nameNode.text })),
    bases: [...basesOf(spec, evaluation), ...implemented(spec, evaluation), otherMethods(name)],
  };
}

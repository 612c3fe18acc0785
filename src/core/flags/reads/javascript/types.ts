import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { namesOfMembers } from '../namesOfMembers';
import { callOf, constructOf, memberOf, oneOf, otherValue, unknownValue } from '../staticValues';
import { sdkExport } from '../sdkShapes';
import type { Binding } from './binding';
import type { Evaluation } from './evaluation';
import { parametersOf } from './functions';
import { propertyName } from './patterns';
import { literalText } from './stringText';

/** Generic types whose values are, or hold, values of their first argument. */
const transparent: ReadonlySet<string> = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Pick',
  'Omit',
  'PropsWithChildren',
]);

const references: ReadonlySet<string> = new Set(['MutableRefObject', 'RefObject', 'Ref']);

function importedType(module: string, name: string): StaticValue {
  return sdkExport(module, name, 'type') ?? { kind: 'import', module, name, space: 'type' };
}

function boundType(binding: Binding, evaluation: Evaluation): StaticValue | null {
  switch (binding.kind) {
    case 'import':
      return importedType(binding.module, binding.name);
    case 'interface':
      return { kind: 'object', members: interfaceMembers(binding.node, evaluation), form: 'open' };
    case 'alias': {
      const aliased = binding.node.childForFieldName('value');
      return aliased ? evaluation.type(aliased) : null;
    }
    case 'class':
      return constructOf(evaluation.value(binding.node));
    case 'opaque':
      return constraintOf(binding.nameNode, evaluation);
    default:
      return null;
  }
}

/** `<Key extends keyof Flags>`: what is known of a type parameter. */
function constraintOf(nameNode: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const parameter = nameNode.parent?.type === 'type_parameter' ? nameNode.parent : null;
  const constraint = parameter?.childForFieldName('constraint');
  const type = constraint ? codeChildren(constraint)[0] : undefined;
  return type ? evaluation.type(type) : null;
}

function interfaceMembers(node: SyntaxNode, evaluation: Evaluation): StaticMembers {
  const inherited = codeChildren(node)
    .filter(({ type }) => type === 'extends_type_clause')
    .flatMap(codeChildren)
    .map((base) => evaluation.type(base));
  const body = node.childForFieldName('body');
  return Object.assign(
    {},
    ...inherited.map((base) => (base?.kind === 'object' ? base.members : {})),
    body ? objectTypeMembers(body, evaluation) : {},
  ) as StaticMembers;
}

function objectTypeMembers(body: SyntaxNode, evaluation: Evaluation): StaticMembers {
  const members: Record<string, StaticMember> = {};
  for (const entry of codeChildren(body)) {
    const nameNode = entry.childForFieldName('name');
    const name = nameNode ? propertyName(nameNode) : null;
    const value = nameNode ? memberType(entry, evaluation) : null;
    if (nameNode && name !== null) {
      const unsaid = unknownValue(`nothing here says what its \`${name}\` is`);
      members[name] = { span: evaluation.spanOf(nameNode), value: value ?? unsaid };
    }
  }
  return members;
}

/** An object with one member for each of a type's texts, which stand where the type names them. */
function membersByTexts(keys: StaticValue | null): StaticValue | null {
  const members: Record<string, StaticMember> = {};
  for (const key of keys?.kind === 'one-of' ? keys.values : []) {
    if (key.kind !== 'literal' || typeof key.value !== 'string' || !key.span) return null;
    const unsaid = unknownValue(`nothing here says what its \`${key.value}\` is`);
    members[key.value] = { span: key.span, value: unsaid };
  }
  return Object.keys(members).length > 0 ? { kind: 'object', members, form: 'open' } : null;
}

/** `{ [key in Keys]: Type }`; null for every other type. */
function mappedType(body: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const [entry, ...others] = codeChildren(body);
  const clause = entry && codeChildren(entry).find(({ type }) => type === 'mapped_type_clause');
  const keys = clause && codeChildren(clause)[1];
  return keys && others.length === 0 ? membersByTexts(evaluation.type(keys)) : null;
}

function objectType(body: SyntaxNode, evaluation: Evaluation): StaticValue {
  const mapped = mappedType(body, evaluation);
  return mapped ?? { kind: 'object', members: objectTypeMembers(body, evaluation), form: 'open' };
}

function memberType(entry: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const annotated = entry.childForFieldName('type');
  const value = annotated ? evaluation.type(annotated) : functionType(entry, evaluation);
  const nameNode = entry.childForFieldName('name');
  if (value?.kind !== 'function' || !nameNode) return value;
  return { ...value, name: evaluation.spanOf(nameNode), isDeclaredOnly: true };
}

/** A declared function is known to be one, whatever it returns: it is no function of an SDK. */
function functionType(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const annotated = node.childForFieldName('return_type');
  const returns = annotated ? evaluation.type(annotated) : null;
  return {
    kind: 'function',
    returns: returns ?? otherValue,
    parameters: parametersOf(node, evaluation),
  };
}

function genericType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const nameNode = node.childForFieldName('name');
  const list = node.childForFieldName('type_arguments');
  const first = list ? codeChildren(list)[0] : undefined;
  if (!nameNode) return null;
  const name = nameNode.text.split('.').at(-1) ?? '';
  const inner = first ? evaluation.type(first) : null;
  if (transparent.has(name)) return inner;
  if (name === 'Record') return membersByTexts(inner);
  if (name === 'ReturnType') return inner ? callOf(inner) : null;
  if (name === 'InstanceType') return inner ? constructOf(inner) : null;
  if (!references.has(name)) return evaluation.type(nameNode);
  const span = evaluation.spanOf(node);
  return inner
    ? { kind: 'object', members: { current: { span, value: inner } }, form: 'open' }
    : null;
}

function namespacedType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const module = node.childForFieldName('module');
  const name = node.childForFieldName('name');
  if (!module || !name) return null;
  const binding = evaluation.scopes.value(module.text, module);
  return binding?.kind === 'import' ? importedType(binding.module, name.text) : null;
}

/** `import('module').Name` */
function inlineImportType(node: SyntaxNode): StaticValue | null {
  const call = node.childForFieldName('object');
  const source = call?.childForFieldName('arguments');
  const specifier = source ? codeChildren(source)[0] : undefined;
  const module = specifier ? literalText(specifier) : null;
  const name = node.childForFieldName('property')?.text;
  return module !== null && name !== undefined ? importedType(module, name) : null;
}

function lookupType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const [object, index] = codeChildren(node);
  const literal = index?.type === 'literal_type' ? codeChildren(index)[0] : undefined;
  const name = literal ? literalText(literal) : null;
  const of = object ? evaluation.type(object) : null;
  return of && name !== null ? memberOf(of, name) : null;
}

function textOfType(node: SyntaxNode, evaluation: Evaluation): readonly StaticValue[] | null {
  if (node.type === 'index_type_query') {
    const keys = keysOf(node, evaluation);
    if (keys === null) return [];
    return keys.kind === 'one-of' ? keys.values : [keys];
  }
  const literal = node.type === 'literal_type' ? codeChildren(node)[0] : undefined;
  const text = literal ? literalText(literal) : null;
  if (!literal || text === null) return null;
  return [{ kind: 'literal', value: text, span: evaluation.innerSpanOf(literal), isType: true }];
}

/** `'a' | 'b' | keyof C`: any number of texts; null for any other union. */
function textUnion(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const values: StaticValue[] = [];
  // Unions of many lean to the left: each holds the one before it.
  for (let rest: SyntaxNode | undefined = node; rest;) {
    const parts: readonly SyntaxNode[] = rest.type === 'union_type' ? codeChildren(rest) : [rest];
    const last = parts.at(-1);
    const texts = last && textOfType(last, evaluation);
    if (!texts) return null;
    values.unshift(...texts);
    rest = parts.length > 1 ? parts[0] : undefined;
  }
  return values.length > 1 ? { kind: 'one-of', values } : null;
}

/** `keyof Flags`: the names of the type's members, or of those it has in another file. */
function keysOf(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const [of] = codeChildren(node);
  const type = of ? evaluation.type(of) : null;
  return type ? namesOfMembers(type) : null;
}

function anyOf(nodes: readonly SyntaxNode[], evaluation: Evaluation): StaticValue | null {
  const [only] = nodes;
  if (only && nodes.length === 1) return evaluation.type(only);
  const values = nodes.map((node) => evaluation.type(node)).filter((value) => value !== null);
  return values.length > 0 ? oneOf(values) : null;
}

/** What the values of a type are; null where the type says nothing of interest. */
export function typeValue(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  switch (node.type) {
    case 'type_identifier':
    case 'identifier': {
      const binding = evaluation.scopes.type(node.text, node);
      return binding ? boundType(binding, evaluation) : null;
    }
    case 'nested_type_identifier':
      return namespacedType(node, evaluation);
    case 'member_expression':
      return inlineImportType(node);
    case 'generic_type':
      return genericType(node, evaluation);
    case 'object_type':
      return objectType(node, evaluation);
    case 'function_type':
      return functionType(node, evaluation);
    case 'lookup_type':
      return lookupType(node, evaluation);
    case 'type_query': {
      const named = codeChildren(node)[0];
      return named ? evaluation.value(named) : null;
    }
    case 'union_type':
      return textUnion(node, evaluation) ?? anyOf(codeChildren(node), evaluation);
    case 'index_type_query':
      return keysOf(node, evaluation);
    case 'type_annotation':
    case 'intersection_type':
    case 'parenthesized_type':
    case 'readonly_type':
      return anyOf(codeChildren(node), evaluation);
    default:
      return null;
  }
}

import type { StaticArgument, StaticMember, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { otherValue, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { ownType } from './members';

/** An element of a literal: what is written before its colon, and its value. */
interface Element {
  readonly key: SyntaxNode | null;
  readonly value: SyntaxNode;
}

function inside(node: SyntaxNode | null): SyntaxNode | null {
  return node?.type === 'literal_element' ? (codeChildren(node)[0] ?? null) : node;
}

function elementsIn(body: SyntaxNode): readonly Element[] {
  return codeChildren(body).flatMap((element): readonly Element[] => {
    if (element.type !== 'keyed_element') {
      const value = inside(element);
      return value ? [{ key: null, value }] : [];
    }
    const value = inside(element.childForFieldName('value'));
    return value ? [{ key: inside(element.childForFieldName('key')), value }] : [];
  });
}

const structTypes: ReadonlySet<string> = new Set([
  'type_identifier',
  'qualified_type',
  'struct_type',
  'generic_type',
]);

/** The text of a key of a map; a field of a struct by its name. */
function keyText(key: SyntaxNode, isStruct: boolean, evaluation: Evaluation): string | null {
  if (isStruct && key.type === 'identifier') return key.text;
  const value = unnamed(evaluation.value(key));
  if (value.kind !== 'literal' || value.value === null) return null;
  return typeof value.value === 'object' ? null : String(value.value);
}

/** A value inside a literal whose type is that of the literal's elements is written without it: `{ Name: "k" }`. */
function elementValue(node: SyntaxNode, type: SyntaxNode | null, evaluation: Evaluation) {
  return node.type === 'literal_value' ? bodyValue(node, type, evaluation) : evaluation.value(node);
}

function elementType(type: SyntaxNode | null): SyntaxNode | null {
  const inner = type?.childForFieldName('element') ?? type?.childForFieldName('value') ?? null;
  return inner?.type === 'pointer_type' ? (codeChildren(inner)[0] ?? null) : inner;
}

function membersOf(
  body: SyntaxNode,
  type: SyntaxNode | null,
  evaluation: Evaluation,
): Record<string, StaticMember> | null {
  const members: Record<string, StaticMember> = {};
  const isStruct = type !== null && structTypes.has(type.type);
  for (const [index, { key, value }] of elementsIn(body).entries()) {
    const name = key ? keyText(key, isStruct, evaluation) : String(index);
    if (name === null) return null;
    members[name] = {
      span: evaluation.spanOf(key ?? value),
      value: elementValue(value, elementType(type), evaluation),
    };
  }
  return members;
}

function fieldNames(type: StaticValue, evaluation: Evaluation): readonly string[] {
  const spec = ownType(type, evaluation);
  return spec ? evaluation.struct(spec).fields.map(({ nameNode }) => nameNode.text) : [];
}

/** A struct of a named type is made as by its constructor, whose parameters are its fields. */
function constructed(body: SyntaxNode, type: StaticValue, evaluation: Evaluation): StaticValue {
  const names = fieldNames(type, evaluation);
  const given = elementsIn(body).map(({ key, value }, index): StaticArgument => {
    const name = key?.text ?? names[index];
    const inner = elementValue(value, null, evaluation);
    return name === undefined ? { value: inner } : { name, value: inner };
  });
  const of: StaticValue = type.kind === 'import' ? { ...type, space: 'value' } : type;
  return { kind: 'construct', of, arguments: given };
}

function bodyValue(body: SyntaxNode, type: SyntaxNode | null, evaluation: Evaluation): StaticValue {
  const isNamed = type?.type === 'type_identifier' || type?.type === 'qualified_type';
  const typed = type && isNamed ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  if (typed?.kind === 'import') return constructed(body, typed, evaluation);
  const members = membersOf(body, type, evaluation);
  if (!members) return otherValue;
  const isList = type?.type.endsWith('array_type') || type?.type === 'slice_type';
  const isMap = type?.type === 'map_type';
  if (isList) return { kind: 'object', members, form: 'array' };
  return isMap ? { kind: 'object', members } : { kind: 'object', members, form: 'open' };
}

/** `Type{...}` */
export function literalValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const body = node.childForFieldName('body');
  return body ? bodyValue(body, node.childForFieldName('type'), evaluation) : otherValue;
}

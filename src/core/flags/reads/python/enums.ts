import type { StaticMember, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { memberOf, otherValue, unnamed } from '../staticValues';
import type { ClassFacts, ClassMember } from './classes';
import type { Evaluation } from './evaluation';

function isMemberName(name: string, member: ClassMember): boolean {
  const [source] = member.sources;
  const isAssigned = source?.type === 'assignment' && source.childForFieldName('right') !== null;
  return isAssigned && !member.isOfInstance && !name.startsWith('_');
}

/** What is written at a member of an enum; `auto()` in an enum of texts is its name in lower case. */
function writtenValue(
  name: string,
  member: ClassMember,
  kind: ClassFacts['kind'],
  evaluation: Evaluation,
): StaticValue {
  const right = member.sources[0]?.childForFieldName('right');
  if (!right) return otherValue;
  const isAuto = right.type === 'call' && /(^|\.)auto$/.test(right.children[0]?.text ?? '');
  if (isAuto && kind === 'text-enum') {
    return { kind: 'literal', value: name.toLowerCase(), span: null };
  }
  return evaluation.value(right);
}

/** Values that the enum's own constructor keeps of what is written at a member. */
function constructedMembers(
  classNode: SyntaxNode,
  written: StaticValue,
  evaluation: Evaluation,
): Record<string, StaticMember> {
  const members: Record<string, StaticMember> = {};
  const inner = unnamed(written);
  for (const [name, member] of evaluation.classFacts(classNode).members) {
    if (!member.isOfInstance) continue;
    const value = evaluation.instanceMember(classNode, name);
    if (value.kind !== 'parameter') continue;
    const isList = inner.kind === 'object' && inner.form === 'array';
    const given = isList ? memberOf(inner, String(value.index)) : written;
    members[name] = { span: evaluation.spanOf(member.nameNode), value: given };
  }
  return members;
}

/** A member of an enum, as the enum gives it; null for what is no member. */
export function enumMember(
  classNode: SyntaxNode,
  name: string,
  member: ClassMember,
  evaluation: Evaluation,
): StaticValue | null {
  const { kind } = evaluation.classFacts(classNode);
  const isEnum = kind === 'enum' || kind === 'text-enum';
  if (!isEnum || !isMemberName(name, member)) return null;
  const written = writtenValue(name, member, kind, evaluation);
  const inner = unnamed(written);
  const isList = inner.kind === 'object' && inner.form === 'array';
  // `SEARCH = "search", "Label"`: the text is the first.
  if (kind === 'text-enum') return isList ? memberOf(inner, '0') : written;
  const span = evaluation.spanOf(member.nameNode);
  return {
    kind: 'object',
    members: {
      name: { span, value: { kind: 'literal', value: name, span } },
      value: { span, value: written },
      ...constructedMembers(classNode, written, evaluation),
    },
    form: 'open',
    enumMember: name,
  };
}

/** `self.value` in a method of an enum: what is written at the member it is called on. */
export function enumReceiverMember(
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue | null {
  const nameNode = classNode.childForFieldName('name');
  if (!nameNode || (name !== 'value' && name !== '_value_')) return null;
  return { kind: 'parameter', owner: evaluation.spanOf(nameNode), index: 0, name: 'value' };
}

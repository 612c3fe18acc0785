import type { Span } from '../../../model/position';
import type { StaticArgument, StaticMember, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { memberOf, otherValue, unnamed } from '../staticValues';
import type { ClassFacts, ClassMember } from './classes';
import type { Evaluation } from './evaluation';
import { classReference } from './members';

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

/** Places of what every member of an enum knows of itself, behind all parameters that a constructor may have. */
const ownParameters: ReadonlyMap<string, number> = new Map([
  ['value', 98],
  ['name', 99],
]);

/** What the constructor of an enum is given for a member: the parts of what is written, and the whole. */
function givenTo(name: string, nameSpan: Span, written: StaticValue): readonly StaticArgument[] {
  const inner = unnamed(written);
  const parts =
    inner.kind === 'object' && inner.form === 'array'
      ? Object.values(inner.members).map(({ value }) => value)
      : [written];
  return [
    ...parts.map((value) => ({ value })),
    { name: 'value', value: written },
    { name: 'name', value: { kind: 'literal', value: name, span: nameSpan } },
  ];
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
  const className = classNode.childForFieldName('name')?.text ?? '';
  return {
    kind: 'construct',
    of: classReference(className, evaluation),
    arguments: givenTo(name, evaluation.spanOf(member.nameNode), written),
  };
}

/** `self.value`, `self.name` in a method of an enum: what is written at the member it is called on. */
export function enumReceiverMember(
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue | null {
  const nameNode = classNode.childForFieldName('name');
  const index = ownParameters.get(name);
  if (!nameNode || index === undefined) return null;
  return { kind: 'parameter', owner: evaluation.spanOf(nameNode), index, name };
}

/** What every member of an enum has besides what its class declares. */
export function enumReceiverMembers(
  classNode: SyntaxNode,
  evaluation: Evaluation,
): Readonly<Record<string, StaticMember>> {
  const nameNode = classNode.childForFieldName('name');
  const entries = [...ownParameters.keys()].flatMap((name) => {
    const value = enumReceiverMember(classNode, name, evaluation);
    return nameNode && value ? [[name, { span: evaluation.spanOf(nameNode), value }]] : [];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, StaticMember>>;
}

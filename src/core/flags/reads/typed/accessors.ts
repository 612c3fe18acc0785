import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import type { TypeDeclaration } from './declaration';
import { imported } from './references';
import type { TypedEvaluation } from './typedEvaluation';

function getterName(field: string): string {
  if (/^is\p{Lu}/u.test(field)) return field;
  return `get${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

function propertyName(getter: string): string | null {
  const name = /^get(\p{Lu}.*)$/u.exec(getter)?.[1];
  return name === undefined ? null : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function accessor({ span, value }: StaticMember): StaticMember {
  return { span, value: { kind: 'function', returns: value, hasOneResult: true } };
}

/** Accessors of a record have the names of its components. */
export function recordMembers(own: StaticMembers): StaticMembers {
  return Object.fromEntries(
    Object.entries(own).map(([name, member]) => [
      name,
      member.value.kind === 'function' ? member : accessor(member),
    ]),
  );
}

/**
 * Members that the Java platform's languages add to those that are written: getters of Kotlin properties and of Lombok
 * fields, Kotlin's properties for getters of Java, and `INSTANCE` of an object.
 */
export function accessorsOf(
  type: TypeDeclaration,
  own: StaticMembers,
  evaluation: TypedEvaluation,
): StaticMembers {
  if (evaluation.grammar.ecosystem !== 'jvm') return {};
  const added: Record<string, StaticMember> = {};
  for (const [name, member] of Object.entries(own)) {
    const { value } = member;
    if (value.kind === 'function') {
      const property = value.parameters ? null : propertyName(name);
      if (property !== null) added[property] = { span: member.span, value: value.returns };
    } else if (type.accessors === 'getters') {
      added[getterName(name)] = accessor(member);
    }
  }
  if (type.form === 'object' && type.nameNode && type.name !== null) {
    added.INSTANCE = { span: evaluation.spanOf(type.nameNode), value: instance(type, evaluation) };
  }
  return added;
}

function instance(type: TypeDeclaration, evaluation: TypedEvaluation): StaticValue {
  const reference = evaluation.reference(type);
  return reference.kind === 'class'
    ? { kind: 'construct', of: imported(evaluation.header.namespace, [type.name ?? '']) }
    : reference;
}

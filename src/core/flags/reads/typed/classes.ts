import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import { oneOf } from '../staticValues';
import { accessorsOf, recordMembers } from './accessors';
import { constantValue } from './constants';
import type { BaseDeclaration, Declaration, TypeDeclaration } from './declaration';
import { staticParameters } from './staticParameters';
import type { TypedEvaluation } from './typedEvaluation';

/** A base as a value: constructed where it is given arguments, else as a type. */
function baseValue(base: BaseDeclaration, evaluation: TypedEvaluation): StaticValue | null {
  if (!base.arguments) return evaluation.type(base.type);
  const fromSdk = evaluation.type(base.type);
  if (fromSdk?.kind === 'sdk') return fromSdk;
  const given = evaluation.given(base.arguments);
  return { kind: 'construct', of: evaluation.typeName(base.type), arguments: given };
}

function basesOf(type: TypeDeclaration, evaluation: TypedEvaluation): readonly StaticValue[] {
  return type.bases.map((base) => baseValue(base, evaluation)).filter((value) => value !== null);
}

function isStatic(member: Declaration): boolean {
  if (member.kind === 'variable' || member.kind === 'function') return member.isStatic;
  return member.kind === 'type' || member.kind === 'constant';
}

/** The value of an object, of which there is only one. */
export function typeAsValue(type: TypeDeclaration, evaluation: TypedEvaluation): StaticValue {
  const value = evaluation.classValue(type);
  const isOne = type.form === 'object' || type.form === 'companion';
  return isOne ? { kind: 'construct', of: value } : value;
}

function memberValue(
  member: Declaration,
  type: TypeDeclaration,
  evaluation: TypedEvaluation,
): StaticValue {
  if (member.kind === 'type') return typeAsValue(member, evaluation);
  const value = evaluation.bound(member, type);
  // The member itself stands for the name: one step of `via` is enough.
  return value.kind === 'named' ? value.value : value;
}

/** Members by name; several of one name are overloads. */
function collected(
  members: readonly Declaration[],
  type: TypeDeclaration,
  evaluation: TypedEvaluation,
): StaticMembers {
  const found: Record<string, StaticMember> = {};
  for (const member of members) {
    const { name, nameNode } = member;
    if (name === null || !nameNode) continue;
    const value = memberValue(member, type, evaluation);
    const known = Object.hasOwn(found, name) ? found[name] : undefined;
    const span = evaluation.spanOf(nameNode);
    found[name] = known ? { ...known, value: oneOf([known.value, value]) } : { span, value };
  }
  return found;
}

function staticsOf(type: TypeDeclaration, evaluation: TypedEvaluation): StaticMembers {
  const companion = type.members.find(
    (member) => member.kind === 'type' && member.form === 'companion',
  );
  const ofCompanion = companion?.kind === 'type' ? companion.members : [];
  const constants = type.constants.map((constant): [string, StaticMember] => [
    constant.name,
    {
      span: evaluation.spanOf(constant.nameNode),
      value: constantValue(constant, type, evaluation),
    },
  ]);
  const inner = companion?.kind === 'type' ? companion : type;
  return {
    ...collected(ofCompanion, inner, evaluation),
    ...collected(type.members.filter(isStatic), type, evaluation),
    ...Object.fromEntries(constants),
  };
}

/** Members of a type's instances that are written or that the language adds. */
export function instanceOf(type: TypeDeclaration, evaluation: TypedEvaluation): StaticMembers {
  const parameters = type.parameters.filter(({ isMember }) => isMember);
  const isHidden = (member: Declaration) =>
    (member.kind === 'variable' || member.kind === 'function') && member.isPrivate;
  const members = type.members.filter((member) => !isStatic(member) && !isHidden(member));
  const written = [...parameters, ...members];
  const all = collected(written, type, evaluation);
  const named = type.accessors === 'records' ? recordMembers(all) : all;
  // What is declared inside an object is reached through the object itself.
  const own = type.form === 'object' ? { ...staticsOf(type, evaluation), ...named } : named;
  return { ...accessorsOf(type, own, evaluation), ...own };
}

/** A type with all its members. */
export function classValue(type: TypeDeclaration, evaluation: TypedEvaluation): StaticValue {
  const bases = basesOf(type, evaluation);
  const { nameNode, parameters } = type;
  return {
    kind: 'class',
    instance: instanceOf(type, evaluation),
    statics: staticsOf(type, evaluation),
    ...(nameNode && { name: evaluation.spanOf(nameNode) }),
    ...(parameters.length > 0 && { parameters: staticParameters(parameters, evaluation) }),
    ...(bases.length > 0 && { bases }),
  };
}

function ownMember(type: TypeDeclaration, name: string): readonly Declaration[] {
  const own = [...type.parameters.filter(({ isMember }) => isMember), ...type.members];
  return own.filter((member) => member.name === name);
}

/** A member that an instance has from a base: from one of this file, or from one that linking knows. */
function inherited(
  type: TypeDeclaration,
  name: string,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const values = type.bases.map((base): StaticValue | null => {
    const of = evaluation.type(base.type);
    return of ? { kind: 'member', of, name } : null;
  });
  const known = values.filter((value) => value !== null);
  // A base class comes first in all these languages; interfaces have no state.
  return known[0] ?? null;
}

/** `this.name` inside a type. */
export function memberOfThis(
  type: TypeDeclaration,
  name: string,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const own = ownMember(type, name);
  if (own.length > 0) return oneOf(own.map((member) => evaluation.bound(member, type)));
  const constant = type.constants.find((each) => each.name === name);
  if (constant) return evaluation.bound(constant, type);
  return inherited(type, name, evaluation) ?? null;
}

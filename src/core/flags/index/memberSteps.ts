import type { ViaStep } from '../../model/flagRead';
import type { StaticMembers, StaticValue } from '../../model/staticValue';
import { namesOfMembers } from '../reads/namesOfMembers';
import {
  memberOf,
  memberOfSdk,
  missingMember,
  otherValue,
  ownMember,
  typedObject,
  unknownValue,
} from '../reads/staticValues';
import { holdsNames } from './holdsNames';
import type { OpenParameter, ResolvedValue } from './resolvedValue';
import type { ResolvingSteps } from './resolvingSteps';
import { valueAt } from './valueAt';

/** Takes members: a value's own, those it inherits, and those its type tells of. */
export function memberSteps(steps: ResolvingSteps): Pick<ResolvingSteps, 'member' | 'typeOf'> {
  function ofMembers(
    of: ResolvedValue,
    members: StaticMembers,
    name: string,
  ): ResolvedValue | null {
    const found = ownMember(members, name);
    if (!found) return null;
    const type = of.value.kind === 'object' ? of.value.type : undefined;
    const typed = type ? typedObject(found.value, memberOf(type, name)) : found.value;
    const reached = steps.resolve(typed, of.file, of.frame);
    const inner = {
      ...reached,
      declared: { file: of.file, span: found.span, name },
    };
    const last = of.via.at(-1);
    if (!last) return inner;
    const step: ViaStep = {
      ...last,
      name: `${last.name}.${name}`,
      span: found.span,
      file: of.file,
    };
    return { ...inner, via: [...of.via.slice(0, -1), step, ...inner.via] };
  }

  /** A member that an object has by its declared type. */
  function ofType(
    of: ResolvedValue,
    { type, form }: StaticValue & { kind: 'object' },
    name: string,
  ): ResolvedValue | null {
    if (!type || form !== 'open') return null;
    return steps.member(steps.instanceOf(steps.resolve(type, of.file, of.frame)), name);
  }

  /** A member that an instance has from what its class extends. */
  function inherited(of: ResolvedValue, name: string): ResolvedValue | null {
    for (const base of of.bases ?? []) {
      const instance = steps.instanceOf(steps.resolve(base, of.file, of.frame));
      const { kind } = instance.value;
      if (kind !== 'object' && kind !== 'sdk' && !holdsNames(instance.value)) continue;
      const found = steps.member(instance, name);
      if (found.value.kind !== 'other' && found.value.kind !== 'unknown') {
        return { ...found, via: [...of.via.slice(0, -1), ...found.via] };
      }
    }
    return null;
  }

  function member(of: ResolvedValue, name: string): ResolvedValue {
    const { value, parameter } = of;
    if (parameter) return memberOfParameter(of, parameter, name);
    const names = name === '*' && value.kind === 'object' ? namesOfMembers(value) : null;
    if (names) return steps.resolve(names, of.file, of.frame);
    switch (value.kind) {
      case 'object':
        return (
          ofMembers(of, value.members, name) ??
          inherited(of, name) ??
          ofType(of, value, name) ??
          valueAt(missingMember(value, name), of)
        );
      case 'class':
        return (
          ofMembers(of, value.statics, name) ??
          inherited({ ...of, bases: value.bases ?? [] }, name) ??
          valueAt(otherValue, of)
        );
      case 'sdk':
        return { ...of, value: memberOfSdk(value, name) };
      case 'import':
        return steps.memberOfNamespace(value, of, name);
      case 'one-of':
        return steps.anyOf(
          (of.parts ?? []).map((part) => steps.member(part, name)),
          of,
        );
      case 'unknown':
        return of;
      default:
        return valueAt(otherValue, of);
    }
  }

  /** By the parameter's type where that tells; it remains a part of the parameter. */
  function memberOfParameter(
    of: ResolvedValue,
    parameter: OpenParameter,
    name: string,
  ): ResolvedValue {
    const typed = steps.typeOf(of);
    const path = [...parameter.path, name];
    const part = typed
      ? steps.member(typed, name)
      : valueAt(
          unknownValue(`\`${[parameter.name, ...path].join('.')}\` is part of a parameter`),
          of,
        );
    return { ...part, parameter: { ...parameter, path } };
  }

  /** What the type of an open parameter says of its values; the value itself where it is none. */
  function typeOf(of: ResolvedValue): ResolvedValue | null {
    const { parameter: _open, ...known } = of;
    if (of.value.kind !== 'parameter') return known;
    const { type } = of.value;
    return type ? steps.instanceOf(steps.resolve(type, of.file, of.frame)) : null;
  }

  return { member, typeOf };
}

import type { StaticArgument, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import {
  memberOf,
  namedValue,
  oneOf,
  otherValue,
  ownMember,
  unknownValue,
  unnamed,
} from '../staticValues';
import type { Evaluation } from './evaluation';
import { ownPackage } from './imports';
import { basesOf, fieldValue, methodValue } from './structs';

/** The type of this file that a reference by name means; null for anything else. */
export function ownType(value: StaticValue, evaluation: Evaluation): SyntaxNode | null {
  const inner = unnamed(value);
  if (inner.kind !== 'import' || inner.module !== ownPackage) return null;
  const declared = evaluation.scopes.file().get(inner.name);
  return declared?.kind === 'type' ? declared.node : null;
}

/** What a literal gives a field; nothing where it is not given. */
function givenField(
  given: readonly StaticArgument[] | undefined,
  field: StaticValue,
): StaticValue | null {
  if (field.kind !== 'parameter') return null;
  return given?.find(({ name }) => name === field.name)?.value ?? null;
}

/** A member of a value of a type that this file declares; null where another file of the package may declare it. */
function memberOfType(
  spec: SyntaxNode,
  name: string,
  given: readonly StaticArgument[] | undefined,
  evaluation: Evaluation,
): StaticValue | null {
  const field = fieldValue(spec, name, evaluation);
  if (field) return givenField(given, field) ?? field;
  const method = methodValue(spec, name, evaluation);
  if (method) return method;
  for (const base of basesOf(spec, evaluation)) {
    const found = base.kind === 'sdk' ? memberOf(base, name) : null;
    if (found && found.kind !== 'other') return found;
  }
  return null;
}

/** `value.name` */
export function selected(value: StaticValue, name: string, evaluation: Evaluation): StaticValue {
  const inner = unnamed(value);
  const typed = inner.kind === 'construct' ? inner.of : inner;
  const spec = ownType(typed, evaluation);
  if (spec && (inner.kind === 'construct' || inner.kind === 'import')) {
    const given = inner.kind === 'construct' ? (inner.arguments ?? []) : undefined;
    const found = memberOfType(spec, name, given, evaluation);
    if (found) return value.kind === 'named' ? renamed(value, name, found) : found;
  }
  if (inner.kind === 'parameter' && inner.type) {
    const declared = selected(inner.type, name, evaluation);
    if (declared.kind === 'function' || declared.kind === 'sdk') return declared;
  }
  return memberOf(value, name);
}

function renamed(
  value: StaticValue & { kind: 'named' },
  name: string,
  member: StaticValue,
): StaticValue {
  return namedValue(`${value.name}.${name}`, value.span, member);
}

/** One of the values that a call gives together: functions give the first of theirs. */
export function resultAt(value: StaticValue, index: number): StaticValue {
  return index === 0 ? value : otherValue;
}

/** What a loop over a value takes in turn. */
export function elementsOf(value: StaticValue): StaticValue {
  const inner = unnamed(value);
  if (inner.kind !== 'object' || inner.form === 'open') {
    return unknownValue('it is the variable of a loop');
  }
  const names = Object.keys(inner.members);
  return oneOf(names.map((name) => ownMember(inner.members, name)?.value ?? otherValue));
}

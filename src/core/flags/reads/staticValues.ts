import type { Span } from '../../model/position';
import type {
  StaticArgument,
  StaticMember,
  StaticMembers,
  StaticValue,
} from '../../model/staticValue';
import { mentionsParameter } from './mentionsParameter';
import {
  sdkDefaultExport,
  sdkExport,
  sdkMember,
  sdkReturns,
  takesKeyFromMaking,
} from './sdkShapes';

/** A value that belongs to no flag SDK and is no constant. */
export const otherValue: StaticValue = { kind: 'other' };

const mostAlternatives = 8;

/** A value of which nothing can be said, and why, in words for people. */
export function unknownValue(reason: string): StaticValue {
  return { kind: 'unknown', reason };
}

/** The value under the names of constants it was reached by. */
export function unnamed(value: StaticValue): StaticValue {
  return value.kind === 'named' ? unnamed(value.value) : value;
}

/** The member of a value's known members; undefined where it has none of that name. */
export function ownMember(members: StaticMembers, name: string): StaticMember | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/**
 * `value.name`, as far as it is known. A member of a named constant carries the whole name (`FLAGS.search`)
 * and the place of its own name.
 */
export function memberOf(value: StaticValue, name: string): StaticValue {
  switch (value.kind) {
    case 'named':
      return memberOfNamed(value, name);
    case 'object':
      return memberOfObject(value, name);
    case 'class':
      return ownMember(value.statics, name)?.value ?? otherValue;
    case 'sdk':
      return memberOfSdk(value, name);
    case 'import':
      return memberOfImport(value, name);
    case 'member':
    case 'call':
    case 'construct':
    case 'parameter':
      return { kind: 'member', of: value, name };
    case 'one-of':
      return oneOf(value.values.map((alternative) => memberOf(alternative, name)));
    case 'unknown':
      return value;
    case 'literal':
    case 'function':
    case 'concat':
    case 'other':
      return otherValue;
  }
}

/** A member of a value of an SDK; it still knows what that was made with. */
export function memberOfSdk(value: StaticValue & { kind: 'sdk' }, name: string): StaticValue {
  const member = sdkMember(value.shape, name);
  return member.kind === 'sdk' && value.made ? { ...member, made: value.made } : member;
}

/** A value of an SDK as a call made it: with the call's arguments where its reads take their key from there. */
export function sdkMade(value: StaticValue, given: readonly StaticArgument[]): StaticValue {
  const isAsked = value.kind === 'sdk' && takesKeyFromMaking(value.shape);
  return isAsked ? { ...value, made: given } : value;
}

/** An object that may have more members, as a value of its declared type. */
export function typedObject(value: StaticValue, type: StaticValue | null): StaticValue {
  if (value.kind === 'named') return { ...value, value: typedObject(value.value, type) };
  const isFitting = value.kind === 'object' && value.form === 'open' && value.type === undefined;
  return isFitting && type ? { ...value, type } : value;
}

/** `value.name`: what is written there, else what its type says. */
function memberOfObject(value: StaticValue & { kind: 'object' }, name: string): StaticValue {
  const own = ownMember(value.members, name)?.value;
  const typed = value.type ? memberOf(value.type, name) : null;
  if (own) return typedObject(own, typed);
  return value.form === 'open' && typed ? typed : missingMember(value, name);
}

/** What is not among the known members of an object: nothing, or unknown where there may be more. */
export function missingMember(value: StaticValue & { kind: 'object' }, name: string): StaticValue {
  return value.form === 'open'
    ? unknownValue(`nothing here says what its \`${name}\` is`)
    : otherValue;
}

function memberOfNamed(value: StaticValue & { kind: 'named' }, name: string): StaticValue {
  const inner = unnamed(value);
  const members =
    inner.kind === 'object' ? inner.members : inner.kind === 'class' ? inner.statics : null;
  if (members === null) {
    const reached = memberOf(inner, name);
    return reached.kind === 'member' ? { kind: 'member', of: value, name } : reached;
  }
  const member = ownMember(members, name);
  if (!member) return inner.kind === 'object' ? memberOf(inner, name) : otherValue;
  const whole = inner.kind === 'object' ? memberOf(inner, name) : member.value;
  return namedValue(`${value.name}.${name}`, member.span, whole);
}

function memberOfImport(value: StaticValue & { kind: 'import' }, name: string): StaticValue {
  const { module, space } = value;
  const isNamespace = value.name === '*' || value.name === '=' || value.name === 'default';
  if (isNamespace) {
    if (name === 'default' && sdkExport(module, name, space)) {
      return sdkDefaultExport(module) ?? { ...value, name: '*' };
    }
    const exported = sdkExport(module, name, space);
    if (exported) return exported;
    if (value.name === '*') return { kind: 'import', module, name, space };
  }
  return { kind: 'member', of: value, name };
}

/**
 * What a call gives, given what the function returns. What is written there as text or number is no constant: another
 * way through the function may give something else.
 */
export function returnedByCall(returns: StaticValue): StaticValue {
  const inner = unnamed(returns);
  if (inner.kind === 'literal' || inner.kind === 'concat') return otherValue;
  return inner.kind === 'object' && inner.form === undefined ? { ...inner, form: 'open' } : inner;
}

/** `value(...)`: what the call gives, as far as it is known. */
export function callOf(value: StaticValue, given: readonly StaticArgument[] = []): StaticValue {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'function':
      if (mentionsParameter(inner.returns)) return stepOn('call', inner, given);
      return inner.hasOneResult ? inner.returns : returnedByCall(inner.returns);
    case 'sdk':
      return sdkMade(sdkReturns(inner.shape), given);
    case 'import':
    case 'member':
    case 'call':
    case 'construct':
    case 'parameter':
      return stepOn('call', inner, given);
    case 'one-of':
      return oneOf(inner.values.map((each) => callOf(each, given)));
    case 'unknown':
      return inner;
    case 'class':
      // Without `new`, as Python and Kotlin have it.
      return constructOf(value, given);
    case 'named':
    case 'object':
    case 'literal':
    case 'concat':
    case 'other':
      return otherValue;
  }
}

/** `new value(...)`: the instance, as far as it is known. */
export function constructOf(
  value: StaticValue,
  given: readonly StaticArgument[] = [],
): StaticValue {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'class':
      return inner.bases !== undefined || mentionsParameter(inner)
        ? stepOn('construct', value, given)
        : { kind: 'object', members: inner.instance, form: 'open' };
    case 'sdk':
      return sdkReturns(inner.shape);
    case 'import':
    case 'member':
    case 'call':
    case 'construct':
    case 'parameter':
      return stepOn('construct', inner, given);
    case 'one-of':
      return oneOf(inner.values.map((each) => constructOf(each, given)));
    case 'unknown':
      return inner;
    case 'named':
    case 'object':
    case 'function':
    case 'literal':
    case 'concat':
    case 'other':
      return otherValue;
  }
}

/** A call whose result depends on its arguments, or on another file: linking settles it. */
function stepOn(
  kind: 'call' | 'construct',
  of: StaticValue,
  given: readonly StaticArgument[],
): StaticValue {
  return { kind, of, ...(given.length > 0 && { arguments: given }) };
}

/** The value of a named constant. Values that are no constants keep no name: it says nothing about a key. */
export function namedValue(name: string, span: Span, value: StaticValue): StaticValue {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'literal':
    case 'object':
    case 'class':
    case 'concat':
    case 'import':
    case 'member':
    case 'call':
    case 'construct':
      return { kind: 'named', name, span, value };
    case 'one-of':
    case 'named':
    case 'sdk':
    case 'function':
    case 'parameter':
    case 'other':
    case 'unknown':
      return value;
  }
}

function isNothing(value: StaticValue): boolean {
  return value.kind === 'other' || (value.kind === 'literal' && value.value === null);
}

const standingIn: ReadonlySet<StaticValue['kind']> = new Set(['object', 'construct', 'call']);

/** The values of an SDK among several; the first one knows the objects that are there in its place. */
function ofSdk(
  clients: readonly (StaticValue & { kind: 'sdk' })[],
  all: readonly StaticValue[],
): readonly StaticValue[] {
  const standIns = all.filter(({ kind }) => standingIn.has(kind));
  const [first, ...rest] = clients;
  return first && standIns.length > 0 ? [{ ...first, standIns }, ...rest] : clients;
}

/** Values that say something different; most often there is one only. */
function differentValues(values: readonly StaticValue[]): readonly StaticValue[] {
  const different = [...new Set(values)];
  if (different.length < 2) return different;
  return [...new Map(different.map((value) => [JSON.stringify(value), value])).values()];
}

/**
 * One of several values. Nothing (`null`, `undefined`) is left out beside something, and an unknown value beside
 * one that belongs to an SDK: a client that is set later, or given by a caller, is still that client.
 */
export function oneOf(values: readonly StaticValue[]): StaticValue {
  const flat = values.flatMap((value) => (value.kind === 'one-of' ? value.values : [value]));
  const something = flat.filter((value) => !isNothing(value));
  const fromSdk = something.filter((value) => value.kind === 'sdk');
  const kept = fromSdk.length > 0 ? ofSdk(fromSdk, something) : something;
  const distinct = differentValues(kept);
  if (distinct.length > mostAlternatives) return unknownValue('it has too many possible values');
  return distinct.length > 1
    ? { kind: 'one-of', values: distinct }
    : (distinct[0] ?? flat[0] ?? otherValue);
}

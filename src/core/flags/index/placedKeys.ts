import type { CandidateArgument } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import type { ArgumentPlace, CallCondition, CallRule, Shape } from '../reads/readRule';
import { argumentAt } from './argumentAt';
import type { ResolvedValue } from './resolvedValue';

/** Gives the value of an expression of the call, each of its alternatives. */
export type ResolveAll = (value: StaticValue) => readonly ResolvedValue[];

function isText({ value }: ResolvedValue): boolean {
  return value.kind === 'literal' && typeof value.value === 'string';
}

/** Whether a value is certainly no text. */
function isNoText({ value }: ResolvedValue): boolean {
  switch (value.kind) {
    case 'literal':
      return typeof value.value !== 'string';
    case 'object':
    case 'sdk':
    case 'function':
    case 'class':
      return true;
    default:
      return false;
  }
}

function isBoolean({ value }: ResolvedValue): boolean {
  return value.kind === 'literal' && typeof value.value === 'boolean';
}

/** Whether a rule fits what a call is given. */
function fits(
  when: CallCondition | undefined,
  given: readonly CandidateArgument[],
  resolveAll: ResolveAll,
): boolean {
  if (!when) return true;
  const { least = 0, most = Number.POSITIVE_INFINITY, textAt, noTextAt } = when;
  if (given.length < least || given.length > most) return false;
  if (textAt !== undefined) {
    const argument = given[textAt];
    if (!argument || resolveAll(argument.value).every(isNoText)) return false;
  }
  if (when.booleanAt !== undefined) {
    const argument = given[when.booleanAt];
    if (!argument || !resolveAll(argument.value).every(isBoolean)) return false;
  }
  const argument = noTextAt === undefined ? undefined : given[noTextAt];
  return !argument || !resolveAll(argument.value).some(isText);
}

/** Of the rules for a call the first that fits; null where none does. */
export function ruleFor(
  { read, overloads = [] }: Shape,
  given: readonly CandidateArgument[],
  resolveAll: ResolveAll,
): CallRule | null {
  const rules = read ? [read, ...overloads] : overloads;
  return rules.find(({ when }) => fits(when, given, resolveAll)) ?? null;
}

/** The argument at a place, its property where the place names one; null where it is not given. */
export function placed(
  place: ArgumentPlace | undefined,
  given: readonly CandidateArgument[],
): CandidateArgument | null {
  const argument = place ? argumentAt(given, place.argument, place.name) : undefined;
  if (!place || !argument) return null;
  if (place.property === undefined) return argument;
  return { ...argument, value: { kind: 'member', of: argument.value, name: place.property } };
}

/** One key of a call as far as it is known, and the argument it was written in. */
export interface PlacedKey {
  readonly argument: CandidateArgument;
  readonly key: ResolvedValue;
}

/** The elements of a list, or of each of them its property; the list itself where they are not known. */
export function elementsOf(
  list: ResolvedValue,
  resolveIn: ResolveIn,
  property?: string,
): readonly ResolvedValue[] {
  if (list.value.kind !== 'object' || list.value.form === 'open') return [list];
  return Object.values(list.value.members).flatMap(({ value }) =>
    resolveIn(property === undefined ? value : { kind: 'member', of: value, name: property }, list),
  );
}

/** Gives the value of an expression that stands where another value is written. */
export type ResolveIn = (value: StaticValue, from: ResolvedValue) => readonly ResolvedValue[];

function namesOf(object: ResolvedValue): readonly ResolvedValue[] {
  if (object.value.kind !== 'object' || object.value.form === 'open') return [object];
  return Object.entries(object.value.members).map(([name, { span }]) => ({
    ...object,
    value: { kind: 'literal', value: name, span },
  }));
}

/** A key without a leading text that is no part of it. */
export function withoutText(key: ResolvedValue, text: string): ResolvedValue {
  const { value } = key;
  if (value.kind !== 'literal' || typeof value.value !== 'string') return key;
  if (!value.value.startsWith(text)) return key;
  const { span } = value;
  const start = span && { ...span.start, column: span.start.column + text.length };
  return {
    ...key,
    value: {
      kind: 'literal',
      value: value.value.slice(text.length),
      span: span && start && { ...span, start },
    },
  };
}

function enumNameOf(key: ResolvedValue): ResolvedValue {
  if (key.value.kind !== 'object' || key.value.enumMember === undefined) return key;
  return { ...key, value: { kind: 'literal', value: key.value.enumMember, span: null } };
}

/** Of several arguments that may be keys some say how they count: `RequirementType.Any`, `Negate = true`. */
function mayBeKey({ name, value }: CandidateArgument, resolveAll: ResolveAll): boolean {
  if (name !== undefined) return false;
  return !resolveAll(value).every(
    ({ value: { kind, ...rest } }) =>
      kind === 'sdk' || (kind === 'literal' && 'value' in rest && typeof rest.value === 'boolean'),
  );
}

/** The keys that a rule finds in the arguments of a call. */
export function placedKeys(
  place: ArgumentPlace,
  given: readonly CandidateArgument[],
  resolveAll: ResolveAll,
  resolveIn: ResolveIn,
): readonly PlacedKey[] {
  const first = placed(place, given);
  if (!first) return [];
  const all = place.rest
    ? given.slice(place.argument).filter((each) => mayBeKey(each, resolveAll))
    : [first];
  return all.flatMap((argument) => {
    let keys = resolveAll(argument.value);
    if (place.each) keys = keys.flatMap((list) => elementsOf(list, resolveIn, place.eachProperty));
    if (place.propertyNames) keys = keys.flatMap(namesOf);
    if (place.enumName) keys = keys.map(enumNameOf);
    const { without } = place;
    if (without !== undefined) keys = keys.map((key) => withoutText(key, without));
    return keys.map((key) => ({ argument, key }));
  });
}

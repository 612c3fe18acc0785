import type { ReadDefault, ViaStep } from '../../model/flagRead';
import type { JsonValue } from '../../model/json';
import type { CandidateArgument, ReadCandidate } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { camelCase } from '../reads/camelCase';
import type { ArgumentPlace, CallRule } from '../reads/readRule';
import { shapeName } from '../reads/sdkShapes';
import { alternativesOf } from './alternativesOf';
import type { Linking, Outcome, Readers, StatedReader, Target } from './linkedFile';
import {
  elementsOf,
  placed,
  placedKeys,
  ruleFor,
  type PlacedKey,
  type ResolveIn,
  withoutText,
} from './placedKeys';
import type { CallFrame, ResolvedValue } from './resolvedValue';

/** Where a candidate is looked at: in its own file, or as part of a wrapper that another file calls. */
export interface Place {
  readonly file: string;
  readonly frame: CallFrame | null;
  readonly depth: number;
}

export interface Asking {
  readonly linking: Linking;
  readonly readers: Readers;
  readonly candidate: ReadCandidate;
  readonly place: Place;
}

type ReadParts = Pick<Outcome & { kind: 'read' }, 'sdk' | 'call' | 'valueType' | 'default'> & {
  readonly via: readonly ViaStep[];
  readonly usesCamelCase?: boolean;
};

function jsonOf(resolved: ResolvedValue, linking: Linking): JsonValue | undefined {
  const { value, file, frame } = resolved;
  if (value.kind === 'literal') return value.value;
  if (value.kind !== 'object' || value.form === 'open') return undefined;
  const entries: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value.members)) {
    const inner = jsonOf(linking.resolver.resolve(member.value, file, frame), linking);
    if (inner === undefined) return undefined;
    entries.push([name, inner]);
  }
  return value.form === 'array' ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function defaultOf(
  argument: CandidateArgument | null,
  { linking, place }: Asking,
): ReadDefault | null {
  if (!argument) return null;
  const resolved = linking.resolver.resolve(argument.value, place.file, place.frame);
  // A wrapper's parameter that this caller gives nothing for.
  if (resolved.parameter && place.frame) return null;
  const value = jsonOf(resolved, linking);
  return value === undefined
    ? { kind: 'expression', text: argument.text }
    : { kind: 'literal', value };
}

function notText(argument: CandidateArgument, value: StaticValue): string {
  return `\`${argument.text}\` is ${value.kind === 'literal' ? 'no text' : 'no constant'}`;
}

function outcomeOf({ argument, key }: PlacedKey, parts: ReadParts): Outcome {
  const { value, file, via, parameter } = key;
  const { sdk, call } = parts;
  const pattern = value.kind === 'unknown' ? value.pattern : undefined;
  const keyPattern = pattern && { keyPattern: pattern };
  if (parameter) {
    const declared = key.declared && parameter.path.length === 1 ? key.declared : null;
    return { kind: 'open', parameter, sdk, call, ...(declared && { declared }), ...keyPattern };
  }
  if (value.kind === 'literal' && value.isType) {
    const reason = `The key cannot be known: \`${argument.text}\` is one of several texts by its type.`;
    return { kind: 'unknown', sdk, call, reason };
  }
  if (value.kind !== 'literal' || typeof value.value !== 'string') {
    const why = value.kind === 'unknown' ? value.reason : notText(argument, value);
    return {
      kind: 'unknown',
      sdk,
      call,
      reason: `The key cannot be known: ${why}.`,
      ...keyPattern,
    };
  }
  // While it is being written.
  if (value.value === '') return { kind: 'unknown', sdk, call, reason: 'The key is empty.' };
  const { usesCamelCase, ...read } = parts;
  return {
    kind: 'read',
    ...read,
    key: value.value,
    keyAt: value.span && { file, span: value.span },
    keyArgument: argument.span,
    isCamelCase: usesCamelCase === true && camelCase(value.value) === value.value,
    via: [...parts.via, ...via],
  };
}

function resolveAllIn({ linking, place }: Asking) {
  return (value: StaticValue) => {
    const resolved = linking.resolver.resolve(value, place.file, place.frame);
    return isTypedParameter(resolved) ? [resolved] : alternativesOf(resolved);
  };
}

/** A part of a parameter of whose texts only the type is known: what callers give. */
function isTypedParameter({ parameter, parts }: ResolvedValue): boolean {
  const isType = ({ value }: ResolvedValue) => value.kind === 'literal' && value.isType === true;
  return parameter !== undefined && parts !== undefined && parts.every(isType);
}

function ofShapeCall(
  candidate: ReadCandidate & { kind: 'call' },
  { shape, reference, via, made }: Target & { kind: 'shape' },
  asking: Asking,
): readonly Outcome[] {
  const rule = ruleFor(shape, candidate.arguments, resolveAllIn(asking));
  const { sdk } = reference;
  if (!rule) return [];
  return ofRule(candidate, rule, { sdk, call: shapeName(reference), via, made }, asking);
}

type RuleParts = Pick<ReadParts, 'sdk' | 'call' | 'via'> & {
  readonly made?: readonly ResolvedValue[] | undefined;
};

/** What a rule finds in a call. */
export function ofRule(
  candidate: ReadCandidate & { kind: 'call' },
  rule: CallRule,
  { sdk, call, via, made }: RuleParts,
  asking: Asking,
): readonly Outcome[] {
  const resolveAll = resolveAllIn(asking);
  if (candidate.spread) {
    const reason = 'The key cannot be known: the arguments are spread.';
    return [{ kind: 'unknown', sdk, call, reason }];
  }
  const given = defaultOf(placed(rule.default, candidate.arguments), asking);
  const parts = { sdk, call, valueType: rule.valueType ?? null, default: given, via };
  if (made) return ofMaking(rule.key, made, candidate, parts);
  const keys = placedKeys(rule.key, candidate.arguments, resolveAll, resolveInside(asking));
  return withoutRepeated(keys.map((key) => outcomeOf(key, parts)));
}

/** What cannot be known of one call is said once for each reason. */
function withoutRepeated(outcomes: readonly Outcome[]): readonly Outcome[] {
  const said = new Set<string>();
  return outcomes.filter((outcome) => {
    if (outcome.kind !== 'unknown' || !said.has(outcome.reason)) {
      if (outcome.kind === 'unknown') said.add(outcome.reason);
      return true;
    }
    return false;
  });
}

/** A member of a type as a read: its name is the key, or what an object of the type is written with. */
export function ofMember(
  candidate: ReadCandidate & { kind: 'property' },
  { sdk, called, member }: StatedReader,
  asking: Asking,
): readonly Outcome[] {
  const { property, given, default: fallback } = candidate;
  if ((member === 'value') !== (given !== undefined)) return [];
  const argument = given ?? property;
  const parts = {
    sdk,
    call: called,
    valueType: null,
    default: defaultOf(fallback, asking),
    via: [],
  };
  return resolveAllIn(asking)(argument.value).map((key) => outcomeOf({ argument, key }, parts));
}

/** The key that was given to the call that made what is read. */
function ofMaking(
  place: ArgumentPlace,
  made: readonly ResolvedValue[],
  candidate: ReadCandidate,
  parts: ReadParts,
): readonly Outcome[] {
  const given = made[place.argument];
  if (!given) return [];
  const { sdk, call } = parts;
  return alternativesOf(given).map((key) => {
    const { value } = key;
    if (value.kind === 'literal' || value.kind === 'unknown') {
      const argument = { span: candidate.span, text: call, value };
      return outcomeOf({ argument, key }, parts);
    }
    const reason = 'The key cannot be known: it is no constant where it is registered.';
    return { kind: 'unknown', sdk, call, reason };
  });
}

/** Gives each value of an expression that stands inside another one. */
function resolveInside({ linking: { resolver } }: Asking): ResolveIn {
  return (value, from) => alternativesOf(resolver.resolve(value, from.file, from.frame));
}

function ofShapeElement(
  candidate: ReadCandidate & { kind: 'element' },
  { shape, reference, via }: Target & { kind: 'shape' },
  asking: Asking,
): readonly Outcome[] {
  const rule = shape.element;
  if (!rule) return [];
  const call = shapeName(reference);
  const { sdk } = reference;
  const argument = candidate.attributes[rule.key];
  if (!argument) {
    const reason = 'The key cannot be known: the attributes are spread.';
    return candidate.spread ? [{ kind: 'unknown', sdk, call, reason }] : [];
  }
  const given = rule.default === undefined ? undefined : candidate.attributes[rule.default];
  const parts = { sdk, call, valueType: null, default: defaultOf(given ?? null, asking), via };
  const values = resolveAllIn(asking)(argument.value);
  const keys = rule.each
    ? values.flatMap((list) => elementsOf(list, resolveInside(asking)))
    : values;
  const { without } = rule;
  return keys
    .map((key) => (without === undefined ? key : withoutText(key, without)))
    .map((key) => outcomeOf({ argument, key }, parts));
}

function ofShapeProperty(
  candidate: ReadCandidate & { kind: 'property' },
  { shape, reference, via }: Target & { kind: 'shape' },
  asking: Asking,
): readonly Outcome[] {
  const { flags } = shape;
  if (!flags) return [];
  const { property: argument, default: given } = candidate;
  const parts = {
    sdk: reference.sdk,
    call: flags.call,
    valueType: null,
    default: defaultOf(given, asking),
    via,
    usesCamelCase: flags.keys === 'camel-case',
  };
  return resolveAllIn(asking)(argument.value).map((key) => outcomeOf({ argument, key }, parts));
}

/** What the keys of a candidate are that calls an SDK. */
export function ofShape(target: Target & { kind: 'shape' }, asking: Asking): readonly Outcome[] {
  const { candidate } = asking;
  switch (candidate.kind) {
    case 'call':
      return ofShapeCall(candidate, target, asking);
    case 'element':
      return ofShapeElement(candidate, target, asking);
    case 'property':
      return ofShapeProperty(candidate, target, asking);
  }
}

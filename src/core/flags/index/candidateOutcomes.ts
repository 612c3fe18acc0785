import type { ReadDefault, ViaStep } from '../../model/flagRead';
import type { JsonValue } from '../../model/json';
import type { CandidateArgument, ReadCandidate } from '../../model/sourceFacts';
import type { StaticArgument, StaticValue } from '../../model/staticValue';
import type { ArgumentPlace } from '../reads/readRule';
import { camelCase } from '../reads/camelCase';
import { shapeName } from '../reads/sdkShapes';
import { argumentAt } from './argumentAt';
import { alternativesOf, targetsOf } from './candidateTargets';
import type { Linking, Outcome, Reader, Readers, Target } from './linkedFile';
import {
  elementsOf,
  placed,
  placedKeys,
  type ResolveIn,
  ruleFor,
  type PlacedKey,
} from './placedKeys';
import type { CallFrame, ResolvedValue } from './resolveValue';
import { declarationId, spanId } from './spanId';

/** Wrappers of wrappers are followed so far. */
const mostWrappers = 8;

/** Where a candidate is looked at: in its own file, or as part of a wrapper that another file calls. */
interface Place {
  readonly file: string;
  readonly frame: CallFrame | null;
  readonly depth: number;
}

interface Asking {
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
  if (parameter) return { kind: 'open', parameter, sdk, call, ...keyPattern };
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
  return (value: StaticValue) =>
    alternativesOf(linking.resolver.resolve(value, place.file, place.frame));
}

function ofShapeCall(
  candidate: ReadCandidate & { kind: 'call' },
  { shape, reference, via, made }: Target & { kind: 'shape' },
  asking: Asking,
): readonly Outcome[] {
  const resolveAll = resolveAllIn(asking);
  const rule = ruleFor(shape, candidate.arguments, resolveAll);
  if (!rule) return [];
  const call = shapeName(reference);
  const { sdk } = reference;
  if (candidate.spread) {
    const reason = 'The key cannot be known: the arguments are spread.';
    return [{ kind: 'unknown', sdk, call, reason }];
  }
  const given = defaultOf(placed(rule.default, candidate.arguments), asking);
  const parts = { sdk, call, valueType: rule.valueType ?? null, default: given, via };
  if (made) return ofMaking(rule.key, made, candidate, parts);
  return placedKeys(rule.key, candidate.arguments, resolveAll, resolveInside(asking)).map((key) =>
    outcomeOf(key, parts),
  );
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
  return keys.map((key) => outcomeOf({ argument, key }, parts));
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

function ofShape(target: Target & { kind: 'shape' }, asking: Asking): readonly Outcome[] {
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

/** What a candidate gives a function: an element gives a component its attributes as one object. */
function givenTo(candidate: ReadCandidate): readonly StaticArgument[] {
  switch (candidate.kind) {
    case 'call':
      return candidate.arguments.map(({ name, value }) => ({
        value,
        ...(name !== undefined && { name }),
      }));
    case 'element': {
      const members = Object.fromEntries(
        Object.entries(candidate.attributes).map(([name, { span, value }]) => [
          name,
          { span, value },
        ]),
      );
      return [{ value: { kind: 'object', members, ...(candidate.spread && { form: 'open' }) } }];
    }
    case 'property':
      return [];
  }
}

/**
 * The call of a reader. Where an interface's method is called, the method that reads takes the arguments, under the names of
 * its own parameters.
 */
function frameFor(
  target: Target & { kind: 'declared' },
  reader: Reader,
  asking: Asking,
): CallFrame | null {
  const { value, frame } = target;
  const owner = reader.owner?.span ?? value?.name;
  const parameters = reader.owner?.parameters ?? value?.parameters;
  if (!value || !owner || !parameters) return frame;
  return {
    file: reader.file,
    owner,
    parameters,
    given: givenTo(asking.candidate),
    callerFile: asking.place.file,
    callerFrame: asking.place.frame,
    outer: frame,
  };
}

/** What a reader reads for one caller. Keys it reads for every caller are left out where it takes a key. */
function throughReader(
  reader: Reader,
  target: Target & { kind: 'declared' },
  asking: Asking,
): readonly Outcome[] {
  const { linking, readers, place } = asking;
  const inside = { linking, readers, candidate: reader.candidate };
  const depth = place.depth + 1;
  const { file } = reader;
  const frame = frameFor(target, reader, asking);
  const found = outcomesOf({ ...inside, place: { file, frame, depth } }).map((outcome) =>
    outcome.kind === 'read' ? givenAt(outcome, argumentFor(reader, asking.candidate)) : outcome,
  );
  if (reader.taken.kind === 'flag') return found;
  const always = new Set(
    outcomesOf({ ...inside, place: { file, frame: null, depth } }).flatMap((outcome) =>
      outcome.kind === 'read' ? [outcome.key] : [],
    ),
  );
  const own = found.filter((outcome) => outcome.kind !== 'read' || !always.has(outcome.key));
  return own.length > 0 ? own : found;
}

type ReadOutcome = Outcome & { readonly kind: 'read' };

function throughStep(outcome: ReadOutcome, step: ViaStep): ReadOutcome {
  return { ...outcome, call: step.name, via: [step, ...outcome.via] };
}

/** The expression at the call that gives a reader its key. */
function argumentFor({ taken }: Reader, candidate: ReadCandidate): CandidateArgument | undefined {
  if (taken.kind !== 'argument') return undefined;
  if (candidate.kind === 'element') return candidate.attributes[taken.path[0] ?? ''];
  return candidate.kind === 'call'
    ? argumentAt(candidate.arguments, taken.index, taken.name)
    : undefined;
}

function givenAt(outcome: ReadOutcome, argument: CandidateArgument | undefined): ReadOutcome {
  const { keyArgument: _inner, ...rest } = outcome;
  return argument ? { ...rest, keyArgument: argument.span } : rest;
}

/** A function without a name is called by that of the function around it. */
function nameAround([reader]: readonly Reader[], { sourceOf }: Linking): string {
  const names = reader && sourceOf(reader.file)?.names;
  const around = reader?.candidate.within?.map((place) => names?.[spanId(place)]) ?? [];
  return around.find((name) => name !== undefined) ?? 'function';
}

function throughDeclared(
  target: Target & { kind: 'declared' },
  asking: Asking,
): readonly Outcome[] {
  if (asking.place.depth >= mostWrappers) return [];
  const readers = asking.readers.get(declarationId(target.file, target.span)) ?? [];
  const { file, span } = target;
  const name = target.name === '' ? nameAround(readers, asking.linking) : target.name;
  const step: ViaStep = { kind: 'wrapper', name, file, span };
  const found = readers.flatMap((reader) => throughReader(reader, target, asking));
  const distinct = new Map<string, Outcome>();
  for (const outcome of found) {
    const id = outcome.kind === 'read' ? outcome.key : outcome.kind;
    if (!distinct.has(id)) distinct.set(id, outcome);
  }
  const hasRead = found.some(({ kind }) => kind === 'read');
  return [...distinct.values()].flatMap((outcome): readonly Outcome[] => {
    if (outcome.kind === 'read') return [throughStep(outcome, step)];
    return outcome.kind === 'unknown' && hasRead ? [] : [{ ...outcome, call: name }];
  });
}

function outcomesOf(asking: Asking): readonly Outcome[] {
  const { candidate, place, linking } = asking;
  const { targets } = targetsOf(candidate, place.file, place.frame, linking);
  if (targets.length > 0 || place.frame === null) return ofTargets(targets, asking);
  // What a caller hands over may tell less than the type of the parameter.
  return ofTargets(targetsOf(candidate, place.file, null, linking).targets, asking);
}

function ofTargets(targets: readonly Target[], asking: Asking): readonly Outcome[] {
  // One of several shapes reads: of alternatives that belong to an SDK the first is as good as any.
  const shape = targets.find((target) => target.kind === 'shape');
  if (shape) return ofShape(shape, asking);
  return targets.flatMap((target) =>
    target.kind === 'declared' ? throughDeclared(target, asking) : [],
  );
}

/** What the keys of a candidate in its own file turn out to be. */
export function candidateOutcomes(
  candidate: ReadCandidate,
  targets: readonly Target[],
  linking: Linking,
  readers: Readers,
): readonly Outcome[] {
  const place = { file: linking.file, frame: null, depth: 0 };
  return ofTargets(targets, { linking, readers, candidate, place });
}

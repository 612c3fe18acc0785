import type { ViaStep } from '../../model/flagRead';
import type { CandidateArgument, ReadCandidate } from '../../model/sourceFacts';
import type { StaticArgument } from '../../model/staticValue';
import { argumentAt } from './argumentAt';
import { targetsOf } from './candidateTargets';
import { heldBy } from './heldReaders';
import type {
  CandidateReader,
  Linking,
  Outcome,
  Reader,
  Readers,
  Target,
  Targets,
} from './linkedFile';
import type { CallFrame } from './resolvedValue';
import { ofMember, ofRule, ofShape, type Asking } from './shapeOutcomes';
import { declarationAt, declarationId, spanId } from './spanId';

/** Wrappers of wrappers are followed so far. */
const mostWrappers = 8;

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
  reader: CandidateReader,
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
  reader: CandidateReader,
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
function argumentFor(
  { taken }: CandidateReader,
  candidate: ReadCandidate,
): CandidateArgument | undefined {
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
  if (reader?.kind !== 'candidate') return reader?.called ?? 'function';
  const names = sourceOf(reader.file)?.names;
  const around = reader.candidate.within?.map((place) => names?.[spanId(place)]) ?? [];
  return around.find((name) => name !== undefined) ?? 'function';
}

function ofStated(
  { rule, sdk, made }: Pick<Target & { kind: 'stated' }, 'rule' | 'sdk' | 'made'>,
  call: string,
  asking: Asking,
): readonly Outcome[] {
  const { candidate } = asking;
  return candidate.kind === 'call'
    ? ofRule(candidate, rule, { sdk, call, via: [], made }, asking)
    : [];
}

/** A call within the function that it calls: an overload that hands its flag's value to its namesake. */
function isInside(target: Target & { kind: 'declared' }, { candidate, place }: Asking): boolean {
  const { within = [] } = candidate;
  return place.file === target.file && within.some((each) => spanId(each) === spanId(target.span));
}

function takesKey(reader: Reader): boolean {
  return reader.kind === 'stated' || reader.taken.kind !== 'flag';
}

/** A member of a type, whose place is one step of the way. */
function throughMember(
  reader: Reader,
  { file, span, name }: Target & { kind: 'declared' },
  asking: Asking,
): readonly Outcome[] {
  const { candidate } = asking;
  if (reader.kind !== 'stated' || !reader.member || candidate.kind !== 'property') return [];
  const whole = reader.member === 'name' ? `${reader.called}.${name}` : name;
  const step: ViaStep = { kind: 'constant', name: whole, file, span };
  return ofMember(candidate, reader, asking).map((outcome) =>
    outcome.kind === 'read' ? { ...outcome, via: [step, ...outcome.via] } : outcome,
  );
}

function throughDeclared(
  target: Target & { kind: 'declared' },
  asking: Asking,
): readonly Outcome[] {
  if (asking.place.depth >= mostWrappers) return [];
  const known = asking.readers.get(declarationId(target.file, target.span)) ?? [];
  const readers = isInside(target, asking) ? known.filter(takesKey) : known;
  const { file, span } = target;
  const name = target.name === '' ? nameAround(readers, asking.linking) : target.name;
  const step: ViaStep = { kind: 'wrapper', name, file, span };
  const ofMembers = readers.flatMap((reader) => throughMember(reader, target, asking));
  if (ofMembers.length > 0) return distinct(ofMembers);
  const found = readers.flatMap((reader) =>
    reader.kind === 'stated'
      ? ofStated(reader, name, asking)
      : throughReader(reader, target, asking),
  );
  const hasRead = found.some(({ kind }) => kind === 'read');
  return distinct(found).flatMap((outcome): readonly Outcome[] => {
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
  const stated = targets.find((target) => target.kind === 'stated');
  if (stated && !stated.made) return ofStated(stated, stated.name, asking);
  const shape = targets.find((target) => target.kind === 'shape');
  if (shape) return ofShape(shape, asking);
  const found = distinct(
    targets.flatMap((target) =>
      target.kind === 'declared' ? throughDeclared(target, asking) : [],
    ),
  );
  return found.length === 0 && stated ? ofStated(stated, stated.name, asking) : found;
}

function identityOf(outcome: Outcome): string {
  if (outcome.kind === 'read') return `read ${outcome.key}`;
  if (outcome.kind === 'unknown') return 'unknown';
  const { owner, index, path } = outcome.parameter;
  return `open ${spanId(owner)} ${index} ${path.join('.')}`;
}

/** The same key, or the same doubt, through several functions (`debug ? readOne : readOther`) is one. */
function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const id = identityOf(outcome);
    if (!found.has(id)) found.set(id, outcome);
  }
  return [...found.values()];
}

/** A call on what has no type, by the property that it is a method of: the keys that are known. */
function ofHeld(asking: Asking): readonly Outcome[] {
  const [reader] = heldBy(asking.candidate, asking.readers);
  if (!reader) return [];
  const { file, span } = declarationAt(reader.id);
  const step: ViaStep = { kind: 'wrapper', name: reader.called, file, span };
  return ofStated(reader, reader.called, asking).map((outcome) =>
    outcome.kind === 'read' ? throughStep(outcome, step) : outcome,
  );
}

/** What the keys of a candidate in its own file turn out to be. */
export function candidateOutcomes(
  { candidate, targets, reason }: Targets & { readonly candidate: ReadCandidate },
  linking: Linking,
  readers: Readers,
): readonly Outcome[] {
  const place = { file: linking.file, frame: null, depth: 0 };
  const asking = { linking, readers, candidate, place };
  return targets.length === 0 && reason !== null ? ofHeld(asking) : ofTargets(targets, asking);
}

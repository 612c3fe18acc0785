import type { ViaStep } from '../../model/flagRead';
import type { Span } from '../../model/position';
import type { ReadCandidate, SourceFacts } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { shapeAt } from '../reads/sdkShapes';
import { unnamed } from '../reads/staticValues';
import type { Linking, Target, Targets } from './linkedFile';
import { alternativesOf } from './alternativesOf';
import { askedKey, askedTarget, askedItself } from './askedKeys';
import { fittingOverloads } from './fittingOverloads';
import { openParameterText } from './openParameterText';
import type { CallFrame, ResolvedValue } from './resolvedValue';
import { statedTarget } from './statedWrapper';
import { spanId } from './spanId';

/** A client made in another file is one step; names within this file say nothing. */
function clientSteps(via: readonly ViaStep[], file: string): readonly ViaStep[] {
  const elsewhere = via.find((step) => step.file !== file);
  return elsewhere ? [{ ...elsewhere, kind: 'client' }] : [];
}

function functionTarget(
  resolved: ResolvedValue,
  value: StaticValue & { kind: 'function' },
  linking: Linking,
): Target | null {
  const { file, frame, declared } = resolved;
  const place = value.name ? { file, span: value.name } : declared;
  if (!place) return null;
  const name =
    linking.sourceOf(place.file)?.names?.[spanId(place.span)] ??
    declared?.name ??
    resolved.via.at(-1)?.name ??
    '';
  return { kind: 'declared', ...place, name, value, frame };
}

/** Functions that the interface of a called method declares. */
function siblingsOf(
  callee: StaticValue,
  file: string,
  frame: CallFrame | null,
  { resolver }: Linking,
): readonly string[] {
  const inner = unnamed(callee);
  if (inner.kind !== 'member') return [];
  const { value } = resolver.typed(inner.of, file, frame);
  if (value.kind !== 'object') return [];
  return Object.entries(value.members).flatMap(([name, member]) => {
    const own = unnamed(member.value);
    return own.kind === 'function' && own.isDeclaredOnly ? [name] : [];
  });
}

function targetOf(resolved: ResolvedValue, linking: Linking, file: string): Target | null {
  const { value, via } = resolved;
  if (value.kind === 'sdk') {
    const shape = shapeAt(value.shape);
    const reads = shape.read ?? shape.element ?? shape.flags;
    if (!reads) return null;
    const target = { kind: 'shape', shape, reference: value.shape } as const;
    if (!shape.read?.key.made) return { ...target, via: clientSteps(via, file) };
    const given = value.made ?? [];
    const made = given.map((argument) =>
      linking.resolver.resolve(argument.value, resolved.file, resolved.frame),
    );
    return { ...target, via, made };
  }
  if (value.kind === 'class') return attributeTarget(resolved, value, linking);
  return value.kind === 'function' ? functionTarget(resolved, value, linking) : null;
}

/** Whether a class is an attribute of C#, by its name: what it is given stands where it is written. */
export function isAttribute(place: Span, source: SourceFacts | null): boolean {
  return source?.names?.[spanId(place)]?.endsWith('Attribute') ?? false;
}

/** `[RequireFeature(KEY)]` makes an object of its class: its constructor is what is called. */
function attributeTarget(
  resolved: ResolvedValue,
  { name, parameters }: StaticValue & { kind: 'class' },
  linking: Linking,
): Target | null {
  if (!name || !parameters || !isAttribute(name, linking.sourceOf(resolved.file))) return null;
  const returns: StaticValue = { kind: 'other' };
  return functionTarget(resolved, { kind: 'function', returns, name, parameters }, linking);
}

/** A getter, or another member that stands for a read: known by the place of its name. */
function accessorTarget(
  of: ResolvedValue,
  property: StaticValue,
  file: string,
  caller: CallFrame | null,
  linking: Linking,
): Target | null {
  const named = linking.resolver.resolve(property, file, caller).value;
  if (named.kind !== 'literal' || typeof named.value !== 'string') return null;
  const { declared, value, frame } = linking.resolver.member(of, named.value);
  if (!declared || value.kind === 'function') return null;
  return { kind: 'declared', ...declared, value: null, frame: frame ?? of.frame };
}

/** What a candidate of `file` calls, in the frame of the call it stands in where there is one. */
export function targetsOf(
  candidate: ReadCandidate,
  file: string,
  frame: CallFrame | null,
  linking: Linking,
): Targets {
  const targets: Target[] = [];
  let reason: string | null = null;
  for (const resolved of alternativesOf(linking.resolver.resolve(candidate.callee, file, frame))) {
    // A function that is given: what its type tells of it.
    const isGiven = resolved.value.kind === 'parameter';
    const called = isGiven
      ? linking.resolver.typed(resolved.value, resolved.file, frame)
      : resolved;
    // What is taken of a function itself (`isOn.mock`) calls nothing.
    const isOfFunction = candidate.kind === 'property' && called.value.kind === 'function';
    const target =
      (isOfFunction ? null : targetOf(called, linking, file)) ??
      (candidate.kind === 'property'
        ? accessorTarget(resolved, candidate.property.value, file, frame, linking)
        : null);
    if (target?.kind === 'declared' && target.value?.isDeclaredOnly) {
      targets.push({ ...target, siblings: siblingsOf(candidate.callee, file, frame, linking) });
    } else if (target) targets.push(target);
    const { value } = resolved;
    const { parameter } = resolved;
    // The last step is the method that is called.
    if (parameter) {
      const receiver = { ...parameter, path: parameter.path.slice(0, -1) };
      reason ??= openParameterText(receiver, linking.sourceOf(parameter.file));
    } else if (value.kind === 'unknown' && !value.isForeign) {
      reason ??= value.reason;
    }
  }
  const fitting = fittingOverloads(targets, candidate);
  const stated = statedTarget(candidate, fitting, file, linking.wrappers);
  const asked = askedKey(candidate, file, frame, linking);
  if (stated) return { targets: [stated, ...fitting], reason, asked };
  const itself = askedItself(candidate, file, frame, linking);
  if (itself) return { targets: [...fitting, itself], reason, asked: null };
  // Nobody here declares what is called: it is a service of another package.
  const isForeign = fitting.length === 0 && asked !== null;
  return { targets: isForeign ? [askedTarget(asked)] : fitting, reason, asked };
}

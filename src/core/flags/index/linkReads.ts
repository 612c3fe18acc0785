import type { FlagRead, ReadDefault, UnresolvedRead, ViaStep } from '../../model/flagRead';
import type { JsonValue } from '../../model/json';
import type { CandidateArgument, ReadCandidate, SourceFacts } from '../../model/sourceFacts';
import type { SdkShapeReference, StaticValue } from '../../model/staticValue';
import type { CallRule, Shape } from '../reads/readRule';
import { camelCase } from '../reads/camelCase';
import { sdkById, shapeAt, shapeName } from '../reads/sdkShapes';
import type { ResolvedValue, ValueResolver } from './resolveValue';

/** A read whose key may still be another one that has the same form in camel case. */
export interface LinkedRead {
  readonly read: FlagRead;
  readonly isCamelCase: boolean;
}

/** What the candidates of one file turn out to be. */
export interface LinkedFile {
  readonly reads: readonly LinkedRead[];
  readonly unresolved: readonly UnresolvedRead[];
}

interface Linking {
  readonly file: string;
  readonly source: SourceFacts;
  readonly resolver: ValueResolver;
  readonly reads: LinkedRead[];
  readonly unresolved: UnresolvedRead[];
}

const mostAlternatives = 8;

/** The value, or each of its alternatives. */
function alternatives(
  value: StaticValue,
  linking: Linking,
  file = linking.file,
): readonly ResolvedValue[] {
  const resolved = linking.resolver.resolve(value, file);
  if (resolved.value.kind !== 'one-of') return [resolved];
  return resolved.value.values
    .slice(0, mostAlternatives)
    .flatMap((inner) => alternatives(inner, linking, resolved.file))
    .map((inner) => ({ ...inner, via: [...resolved.via, ...inner.via] }));
}

function jsonOf({ value, file }: ResolvedValue, linking: Linking): JsonValue | undefined {
  if (value.kind === 'literal') return value.value;
  if (value.kind !== 'object' || value.form === 'open') return undefined;
  const entries: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value.members)) {
    const inner = jsonOf(linking.resolver.resolve(member.value, file), linking);
    if (inner === undefined) return undefined;
    entries.push([name, inner]);
  }
  return value.form === 'array' ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function defaultOf(argument: CandidateArgument | null, linking: Linking): ReadDefault | null {
  if (!argument) return null;
  const value = jsonOf(linking.resolver.resolve(argument.value, linking.file), linking);
  return value === undefined
    ? { kind: 'expression', text: argument.text }
    : { kind: 'literal', value };
}

/** A callee that settles what is read, and how it was reached. */
interface Callee {
  readonly shape: Shape;
  readonly reference: SdkShapeReference;
  readonly via: readonly ViaStep[];
}

function calleeOf(
  candidate: ReadCandidate,
  linking: Linking,
): Callee | { readonly reason: string | null } {
  let reason: string | null = null;
  for (const { value, via } of alternatives(candidate.callee, linking)) {
    if (value.kind === 'sdk') {
      const shape = shapeAt(value.shape);
      if (shape.read ?? shape.element ?? shape.flags) {
        return { shape, reference: value.shape, via: clientSteps(via, linking) };
      }
    }
    if (value.kind === 'unknown' && !value.isForeign) reason ??= value.reason;
  }
  return { reason };
}

/** A client made in another file is one step; names within this file say nothing. */
function clientSteps(via: readonly ViaStep[], linking: Linking): readonly ViaStep[] {
  const elsewhere = via.find((step) => step.file !== linking.file);
  return elsewhere ? [{ ...elsewhere, kind: 'client' }] : [];
}

interface ReadParts {
  readonly candidate: ReadCandidate;
  readonly callee: Callee;
  readonly key: CandidateArgument;
  readonly default: CandidateArgument | null;
  readonly call: string;
  readonly valueType: FlagRead['valueType'];
}

function reject(
  candidate: ReadCandidate,
  sdk: string,
  call: string,
  reason: string,
  linking: Linking,
  value?: StaticValue,
): void {
  const keyPattern = value?.kind === 'unknown' ? value.pattern : undefined;
  const place = { file: linking.file, span: candidate.span };
  linking.unresolved.push({ ...place, sdk, call, reason, ...(keyPattern && { keyPattern }) });
}

function notText(key: CandidateArgument, value: StaticValue): string {
  return `\`${key.text}\` is ${value.kind === 'literal' ? 'no text' : 'no constant'}`;
}

function addRead(parts: ReadParts, linking: Linking): void {
  const { candidate, callee, key, call, valueType } = parts;
  const { sdk } = callee.reference;
  for (const { value, file, via } of alternatives(key.value, linking)) {
    if (value.kind !== 'literal' || typeof value.value !== 'string') {
      const why = value.kind === 'unknown' ? value.reason : notText(key, value);
      reject(candidate, sdk, call, `The key cannot be known: ${why}.`, linking, value);
      continue;
    }
    const isHere = file === linking.file;
    const flagsByCamelCase = callee.shape.flags?.keys === 'camel-case';
    const read: FlagRead = {
      key: value.value,
      file: linking.file,
      span: candidate.span,
      keySpan: isHere ? value.span : null,
      ...(!isHere && value.span && { keyElsewhere: { file, span: value.span } }),
      keyArgument: key.span,
      sdk,
      language: linking.source.language,
      call,
      valueType,
      default: defaultOf(parts.default, linking),
      via: [...callee.via, ...via],
      context: linking.source.context,
    };
    const isCamelCase = flagsByCamelCase && camelCase(value.value) === value.value;
    linking.reads.push({ read, isCamelCase });
  }
}

function placed(
  rule: CallRule['key'] | undefined,
  given: readonly CandidateArgument[],
): CandidateArgument | null {
  const argument = rule ? given[rule.argument] : undefined;
  if (!rule || !argument) return null;
  if (rule.property === undefined) return argument;
  return { ...argument, value: { kind: 'member', of: argument.value, name: rule.property } };
}

function linkCall(
  candidate: ReadCandidate & { kind: 'call' },
  callee: Callee,
  linking: Linking,
): void {
  const rule = callee.shape.read;
  if (!rule) return;
  const call = shapeName(callee.reference);
  const { sdk } = callee.reference;
  if (candidate.spread) {
    reject(candidate, sdk, call, 'The key cannot be known: the arguments are spread.', linking);
    return;
  }
  const key = placed(rule.key, candidate.arguments);
  if (!key) return;
  const given = placed(rule.default, candidate.arguments);
  const valueType = rule.valueType ?? null;
  addRead({ candidate, callee, key, default: given, call, valueType }, linking);
}

function linkElement(
  candidate: ReadCandidate & { kind: 'element' },
  callee: Callee,
  linking: Linking,
): void {
  const rule = callee.shape.element;
  if (!rule) return;
  const call = shapeName(callee.reference);
  const key = candidate.attributes[rule.key];
  if (!key) {
    const reason = 'The key cannot be known: the attributes are spread.';
    if (candidate.spread) reject(candidate, callee.reference.sdk, call, reason, linking);
    return;
  }
  const given = rule.default === undefined ? null : (candidate.attributes[rule.default] ?? null);
  addRead({ candidate, callee, key, default: given, call, valueType: null }, linking);
}

function linkProperty(
  candidate: ReadCandidate & { kind: 'property' },
  callee: Callee,
  linking: Linking,
): void {
  const { flags } = callee.shape;
  if (!flags) return;
  const { property: key, default: given } = candidate;
  addRead({ candidate, callee, key, default: given, call: flags.call, valueType: null }, linking);
}

function linkCandidate(candidate: ReadCandidate, linking: Linking): void {
  const callee = calleeOf(candidate, linking);
  if (!('shape' in callee)) {
    const { likely } = candidate;
    if (!likely || callee.reason === null) return;
    const name = sdkById(likely.sdk).name;
    const reason = `\`${likely.written}\` cannot be traced to ${name}: ${callee.reason}.`;
    reject(candidate, likely.sdk, likely.call, reason, linking);
    return;
  }
  switch (candidate.kind) {
    case 'call':
      linkCall(candidate, callee, linking);
      return;
    case 'element':
      linkElement(candidate, callee, linking);
      return;
    case 'property':
      linkProperty(candidate, callee, linking);
  }
}

/** Settles the candidates of one file, given what is known of the files it imports. */
export function linkReads(file: string, source: SourceFacts, resolver: ValueResolver): LinkedFile {
  const linking: Linking = { file, source, resolver, reads: [], unresolved: [] };
  for (const candidate of source.candidates) linkCandidate(candidate, linking);
  return { reads: linking.reads, unresolved: linking.unresolved };
}

import type { ReadCandidate } from '../../model/sourceFacts';
import { inHouse } from '../reads/inHouse';
import type { StaticValue } from '../../model/staticValue';
import { unnamed } from '../reads/staticValues';
import { asksItself } from '../reads/shared/asksItself';
import { namesFlagKeys } from '../reads/shared/flagKeyNames';
import { alternativesOf } from './alternativesOf';
import type { AskedKey, Linking, Target } from './linkedFile';
import type { CallFrame, ResolvedValue } from './resolvedValue';
import type { ValueResolver } from './resolveValue';

/** The call itself as a read, where nothing of the project is called. */
export function askedTarget({ called, rule }: AskedKey): Target {
  return { kind: 'stated', name: called, rule, sdk: inHouse.id };
}

/** Members in which an object or a member of an enum keeps its key. */
const keyMembers: readonly string[] = ['key', 'keyName', 'flagKey', 'flagName', 'id'];

/** Whether a value is one of the constants of a type that is named for keys of feature flags. */
function isOfKeys({ via }: ResolvedValue): boolean {
  return via.some(({ kind, name }) => {
    const types = name.split('.').slice(0, -1);
    return kind === 'constant' && types.some(namesFlagKeys);
  });
}

/** Classes whose objects are flags, as `Temporary<Boolean>(key = "...")` is. */
const flagClass = /^(?:(?:Feature)?(?:Flag|Toggle)|Temporary|Permanent)$/;

const deepestBase = 4;

function nameOfBase(base: StaticValue): string | null {
  const type = unnamed(base);
  if (type.kind === 'construct') return nameOfBase(type.of);
  return type.kind === 'import' || type.kind === 'member' ? type.name : null;
}

/** Whether a value is an object whose class extends one of flags. */
function isFlagObject(
  { bases = [], file }: ResolvedValue,
  resolver: ValueResolver,
  depth = 0,
): boolean {
  return bases.some((base) => {
    if (flagClass.test(nameOfBase(base) ?? '')) return true;
    return depth < deepestBase && isFlagObject(resolver.instance(base, file), resolver, depth + 1);
  });
}

function isText({ value }: ResolvedValue): boolean {
  return value.kind === 'literal' && typeof value.value === 'string' && value.span !== null;
}

/** Where the key of a declared flag is in a value: in itself (`''`), or in a member of it; null where it is none. */
function keyPlace(resolved: ResolvedValue, resolver: ValueResolver): string | null {
  if (!isOfKeys(resolved) && !isFlagObject(resolved, resolver)) return null;
  if (isText(resolved)) return '';
  if (resolved.value.kind !== 'object' || resolved.value.form === 'array') return null;
  return keyMembers.find((name) => isText(resolver.member(resolved, name))) ?? null;
}

function placesOf(
  value: StaticValue,
  file: string,
  frame: CallFrame | null,
  resolver: ValueResolver,
): readonly (string | null)[] {
  const inner = unnamed(value);
  // `Flag.key` is a text: that it is one of a flag is said by what it is a member of.
  if (inner.kind === 'member' && keyMembers.includes(inner.name)) {
    const of = alternativesOf(resolver.resolve(inner.of, file, frame));
    if (of.every((each) => keyPlace(each, resolver) === inner.name)) return [''];
  }
  return alternativesOf(resolver.resolve(value, file, frame)).map((each) =>
    keyPlace(each, resolver),
  );
}

/** The flag that a method is called on, as a read of it: `NewSearch.enabled(user)`; null where it is none. */
export function askedItself(
  { kind, callee, ...candidate }: ReadCandidate,
  file: string,
  frame: CallFrame | null,
  { resolver }: Pick<Linking, 'resolver'>,
): Target | null {
  const inner = unnamed(callee);
  const name = 'asks' in candidate ? candidate.asks : undefined;
  if (kind !== 'call' || inner.kind !== 'member' || inner.name !== name) return null;
  if (!asksItself(name)) return null;
  const flag = resolver.resolve(inner.of, file, frame);
  if (flag.parts || !isFlagObject(flag, resolver)) return null;
  const place = keyPlace(flag, resolver);
  if (place === null || place === '') return null;
  const made = [resolver.member(flag, place)];
  const rule = { key: { argument: 0, made: true } } as const;
  return { kind: 'stated', name, rule, sdk: inHouse.id, made };
}

/** The argument that is a declared key, of a call whose names ask for a flag; null where there is none. */
export function askedKey(
  candidate: ReadCandidate,
  file: string,
  frame: CallFrame | null,
  { resolver }: Pick<Linking, 'resolver'>,
): AskedKey | null {
  if (candidate.kind !== 'call' || candidate.asks === undefined) return null;
  for (const [argument, { name, value }] of candidate.arguments.entries()) {
    const places = placesOf(value, file, frame, resolver);
    const [property] = places;
    if (property === undefined || property === null) continue;
    if (places.some((each) => each !== property)) continue;
    const key = {
      argument,
      ...(name !== undefined && { name }),
      ...(property !== '' && { property }),
    };
    return { called: candidate.asks, argument, rule: { key } };
  }
  return null;
}

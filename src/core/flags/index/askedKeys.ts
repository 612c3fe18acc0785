import type { ReadCandidate } from '../../model/sourceFacts';
import { inHouse } from '../reads/inHouse';
import type { StaticValue } from '../../model/staticValue';
import { unnamed } from '../reads/staticValues';
import { namesFlagKeys } from '../reads/shared/flagKeyNames';
import { alternativesOf } from './alternativesOf';
import type { AskedKey, Linking, Target } from './linkedFile';
import type { CallFrame, ResolvedValue, ValueResolver } from './resolveValue';

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

/** The argument that is a declared key, of a call whose names ask for a flag; null where there is none. */
export function askedKey(
  candidate: ReadCandidate,
  file: string,
  frame: CallFrame | null,
  { resolver }: Pick<Linking, 'resolver'>,
): AskedKey | null {
  if (candidate.kind !== 'call' || candidate.asks === undefined) return null;
  for (const [argument, { name, value }] of candidate.arguments.entries()) {
    const places = alternativesOf(resolver.resolve(value, file, frame)).map((each) =>
      keyPlace(each, resolver),
    );
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

import type { SourceFacts } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { shapeAt } from '../reads/sdkShapes';
import { unnamed } from '../reads/staticValues';
import { alternativesOf } from './alternativesOf';
import type { StatedReader } from './linkedFile';
import type { ResolvedValue } from './resolvedValue';
import type { ValueResolver } from './resolveValue';
import { declarationId } from './spanId';

type SdkValue = StaticValue & { readonly kind: 'sdk' };

/** Clients that a file offers, or keeps in its classes, in whose place there may be another object. */
function clientsIn(source: SourceFacts): readonly SdkValue[] {
  const held = Object.values(source.exports).flatMap(({ value }) => {
    const inner = unnamed(value);
    const own = inner.kind === 'class' ? Object.values(inner.instance) : [];
    return [inner, ...own.map((member) => unnamed(member.value))];
  });
  return held
    .flatMap((value) => (value.kind === 'one-of' ? value.values : [value]))
    .flatMap((value) => (value.kind === 'sdk' && value.standIns ? [value] : []));
}

/** The methods of an object of the project that have the names of a client's reads, and take the key where these do. */
function methodsLike(
  client: SdkValue,
  own: ResolvedValue,
  resolver: ValueResolver,
): readonly StatedReader[] {
  const { sdk } = client.shape;
  return Object.entries(shapeAt(client.shape).members ?? {}).flatMap(([name, { read }]) => {
    const { value, file, declared } = resolver.member(own, name);
    if (!read || value.kind !== 'function') return [];
    const place = value.name ? { file, span: value.name } : declared;
    if (!place || !value.parameters?.[read.key.argument]) return [];
    const id = declarationId(place.file, place.span);
    return [{ kind: 'stated', id, called: name, sdk, rule: read }];
  });
}

/**
 * Methods of a class of the project whose object stands in for an SDK's client (`client = offline ? new NoFlags() : init(...)`):
 * where one name holds either, the methods with the names of the client's reads are asked for flags all the same.
 */
export function standInsIn(
  source: SourceFacts,
  file: string,
  resolver: ValueResolver,
): readonly StatedReader[] {
  return clientsIn(source).flatMap((client) =>
    (client.standIns ?? [])
      .flatMap((standIn) => alternativesOf(resolver.resolve(standIn, file)))
      .filter(({ value }) => value.kind === 'object')
      .flatMap((own) => methodsLike(client, own, resolver)),
  );
}

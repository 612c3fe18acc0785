import type { ReadCandidate } from '../../model/sourceFacts';
import type { StaticMember } from '../../model/staticValue';
import { unnamed } from '../reads/staticValues';
import { languageGroupOf } from './languageGroup';
import type { Reader, Readers, StatedReader } from './linkedFile';
import type { LinkedFile } from './linkReads';
import { declarationId } from './spanId';

/** Names of properties that hold what is asked for flags. */
const holdsFlags = /^(?:feature|ui)?_?(?:flags?|toggles?|features|experiments)$/i;

/** A method by the property that holds its object: `featureFlags.isEnabled`. No file has such a name. */
function heldId(property: string, method: string): string {
  return `#${property}.${method}`;
}

/** The readers of what a call is written on, `match.context.featureFlags.isEnabled(...)`, where nothing else is known of it. */
export function heldBy({ path = [] }: ReadCandidate, readers: Readers): readonly StatedReader[] {
  const [property, method] = path.slice(-2);
  if (property === undefined || method === undefined) return [];
  const found = readers.get(heldId(property, method)) ?? [];
  return found.flatMap((reader) => (reader.kind === 'stated' ? [reader] : []));
}

/** A method of an object that an exported type holds under a name for flags. */
export interface HeldMethod {
  readonly property: string;
  readonly name: string;
  /** `declarationId` of the method. */
  readonly id: string;
}

/** The methods of objects that exported types hold under names for flags. */
function heldIn({ linking: { source, resolver, file } }: LinkedFile): readonly HeldMethod[] {
  const ofProperty = ([property, { value }]: [string, StaticMember]): readonly HeldMethod[] => {
    // Only what has such a name is followed into other files.
    if (!holdsFlags.test(property)) return [];
    const held = resolver.instance(value, file);
    if (held.value.kind !== 'object') return [];
    return Object.entries(held.value.members).flatMap(([name, member]) => {
      const { value: method, file: where } = resolver.instance(member.value, held.file);
      return method.kind === 'function' && method.name
        ? [{ property, name, id: declarationId(where, method.name) }]
        : [];
    });
  };
  return Object.values(source.exportedTypes).flatMap(({ value }) => {
    const type = unnamed(value);
    return type.kind === 'object' ? Object.entries(type.members).flatMap(ofProperty) : [];
  });
}

/** The methods that types of these files hold so; a test's own types say nothing about the product. */
export function heldMethods(files: readonly LinkedFile[]): readonly HeldMethod[] {
  return files
    .filter(
      ({ linking: { source } }) =>
        source.context !== 'test' && languageGroupOf(source.language) === 'javascript',
    )
    .flatMap(heldIn);
}

function statedAs(
  { property, name, id }: HeldMethod,
  reader: Reader,
  sdk: string | undefined,
): StatedReader | null {
  const called = `${property}.${name}`;
  if (reader.kind === 'stated') return reader.member ? null : { ...reader, id, called };
  const { taken } = reader;
  if (taken.kind !== 'argument' || taken.path.length > 0 || sdk === undefined) return null;
  return { kind: 'stated', id, called, sdk, rule: { key: { argument: taken.index } } };
}

function isSameRule(one: StatedReader | null, other: StatedReader | null): boolean {
  const told = (reader: StatedReader | null) =>
    JSON.stringify(reader === null ? null : [reader.rule, reader.sdk]);
  return told(one) === told(other);
}

/**
 * Methods that read flags, by the property under which types of TypeScript hold their object
 * (`interface Context { featureFlags?: FeatureFlags }`): what a router hands to a callback has no type, but `featureFlags` of it is
 * what the project's types have under that name, where all of them that have the method agree. `sdks`: by `declarationId` of
 * functions that read.
 */
export function heldReaders(
  methods: readonly HeldMethod[],
  readers: Readers,
  sdks: ReadonlyMap<string, string>,
): ReadonlyMap<string, StatedReader> {
  const found = new Map<string, StatedReader | null>();
  for (const method of methods) {
    const [reader, ...others] = readers.get(method.id) ?? [];
    const sdk = reader?.kind === 'candidate' ? sdks.get(reader.id) : undefined;
    const stated = reader && others.length === 0 ? statedAs(method, reader, sdk) : null;
    const id = heldId(method.property, method.name);
    const known = found.get(id);
    const agrees = known === undefined || isSameRule(known, stated);
    found.set(id, agrees ? (known ?? stated) : null);
  }
  return new Map([...found].flatMap(([id, reader]) => (reader ? [[id, reader] as const] : [])));
}

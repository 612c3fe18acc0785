import type { SdkShapeReference, StaticValue } from '../../model/staticValue';
import type { SdkRow, SdkRulePack, Shape } from './readRule';
import { inHouse } from './inHouse';
import { sdkRulePacks } from './registry';

interface PackedRow {
  readonly pack: SdkRulePack;
  readonly row: SdkRow;
}

const allRows: readonly PackedRow[] = sdkRulePacks.flatMap((pack) =>
  pack.rows.map((row) => ({ pack, row })),
);

const rowById: ReadonlyMap<string, PackedRow> = new Map(
  allRows.map((packed) => [`${packed.pack.id}/${packed.row.id}`, packed]),
);

const rowByPackage: ReadonlyMap<string, PackedRow> = new Map(
  allRows.flatMap((packed) => packed.row.packages.map((name) => [name, packed] as const)),
);

const rowByPattern: readonly (readonly [RegExp, PackedRow])[] = [...rowByPackage]
  .filter(([name]) => name.includes('*'))
  .map(([name, packed]) => [
    new RegExp(`^${name.split('*').map(escapeForRegExp).join('[^/]*')}$`),
    packed,
  ]);

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function rowOf(packageName: string): PackedRow | null {
  return (
    rowByPackage.get(packageName) ??
    rowByPattern.find(([pattern]) => pattern.test(packageName))?.[1] ??
    null
  );
}

/** The SDK a package belongs to; null for any other package. */
export function sdkOfPackage(packageName: string): SdkRulePack | null {
  return rowOf(packageName)?.pack ?? null;
}

/** The SDK of the vendor that a package is of which makes no client (`vendorPackages`); null for all others. */
export function vendorOfPackage(packageName: string): SdkRulePack | null {
  const isOf = ({ vendorPackages = [] }: SdkRulePack) =>
    vendorPackages.some((name) => packageName.startsWith(name.replace('*', '')));
  return sdkRulePacks.find(isOf) ?? null;
}

/** What an SDK's package calls itself (Go); null where its path tells. */
export function packageNameOf(packageName: string): string | null {
  return rowOf(packageName)?.row.packageName ?? null;
}

/** The SDK with an id, or the project's own. Throws for an id that is none: ids come from the rule packs themselves. */
export function sdkById(id: string): SdkRulePack {
  const pack = [...sdkRulePacks, inHouse].find((candidate) => candidate.id === id);
  if (!pack) throw new Error(`No SDK has the id ${id}.`);
  return pack;
}

/** The shape a reference points to; an empty one where the rule pack has changed since it was made. */
export function shapeAt({ sdk, row, path }: SdkShapeReference): Shape {
  let place: unknown = rowById.get(`${sdk}/${row}`)?.row;
  for (const step of path) place = (place as Record<string, unknown> | undefined)?.[step];
  return (place as Shape | undefined) ?? {};
}

/** A reference to what a shape is by name: `{ type: 'Client' }` becomes the place of `Client`. */
function valueAt(reference: SdkShapeReference): StaticValue {
  const { type } = shapeAt(reference);
  return {
    kind: 'sdk',
    shape: type === undefined ? reference : { ...reference, path: ['types', type] },
  };
}

function step(reference: SdkShapeReference, ...names: readonly string[]): SdkShapeReference {
  return { ...reference, path: [...reference.path, ...names] };
}

/** What an SDK's package exports under a name: null for a package that is no SDK's; `other` for a name of no interest. */
export function sdkExport(
  packageName: string,
  name: string,
  space: 'value' | 'type',
): StaticValue | null {
  const packed = rowOf(packageName);
  if (!packed) return null;
  const { pack, row } = packed;
  const reference = { sdk: pack.id, row: row.id };
  if (space === 'type' && Object.hasOwn(row.exportedTypes, name)) {
    return valueAt({ ...reference, path: ['types', row.exportedTypes[name] ?? ''] });
  }
  if (Object.hasOwn(row.exports, name)) return valueAt({ ...reference, path: ['exports', name] });
  return { kind: 'other' };
}

/** What an SDK's package exports by default; null where that is the package's namespace itself. */
export function sdkDefaultExport(packageName: string): StaticValue | null {
  const row = rowOf(packageName)?.row;
  return row && Object.hasOwn(row.exports, 'default')
    ? sdkExport(packageName, 'default', 'value')
    : null;
}

/** A member of a value of an SDK. */
export function sdkMember(reference: SdkShapeReference, name: string): StaticValue {
  const { members } = shapeAt(reference);
  if (!members || !Object.hasOwn(members, name)) return { kind: 'other' };
  return valueAt(step(reference, 'members', name));
}

/** What calling (or constructing) a value of an SDK gives. */
export function sdkReturns(reference: SdkShapeReference): StaticValue {
  if (!shapeAt(reference).returns) return { kind: 'other' };
  return valueAt(step(reference, 'returns'));
}

/** The properties that a value of an SDK hands to a component it is called with; null if it does not. */
export function sdkComponentProperties(reference: SdkShapeReference): StaticValue | null {
  if (!shapeAt(reference).componentProperties) return null;
  return valueAt(step(reference, 'componentProperties'));
}

/** Whether a member of what a shape stands for reads a flag whose key was given to the call that made it. */
export function takesKeyFromMaking(reference: SdkShapeReference): boolean {
  return Object.values(shapeAt(reference).members ?? {}).some(({ read }) => read?.key.made);
}

/** The last name on the way to a shape: `getBooleanValue`, `useFlag`. */
export function shapeName(reference: SdkShapeReference): string {
  return reference.path.at(-1) ?? '';
}

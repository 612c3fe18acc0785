import type { FileFacts } from '../../model/fileFacts';
import type { DefinitionFile, Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagRead } from '../../model/flagRead';
import { isDeclaredInCode } from '../declarations/marks';
import { unknownFormat } from '../definitions/definitionFileNames';
import { inHouse } from '../reads/inHouse';
import { sdkById } from '../reads/sdkShapes';
import { comparePositions, compareText } from './compareText';
import type { FlagScopes } from './flagScopes';

interface GrowingFlag {
  readonly key: string;
  readonly scope: string;
  readonly definitions: FlagDefinition[];
  readonly reads: FlagRead[];
}

/** Whether keys of an SDK may come from definitions of a format. What code declares is for whatever SDK it uses,
 * and nobody knows what stands behind a project's own service. */
function isUsable(sdk: string, format: string): boolean {
  return (
    isDeclaredInCode(format) ||
    sdk === inHouse.id ||
    sdkById(sdk).definitionFormats.includes(format)
  );
}

/**
 * Reads whose SDK can use none of the definitions mean another flag that happens to have the same key: it is defined
 * elsewhere (on a vendor's server), and what the definitions say is not true of it.
 */
function apart(flag: GrowingFlag): readonly GrowingFlag[] {
  const { definitions, reads } = flag;
  if (definitions.length === 0) return [flag];
  const formats = [...new Set(definitions.map(({ format }) => format))];
  const canUse = ({ sdk }: FlagRead) => formats.some((format) => isUsable(sdk, format));
  const others = reads.filter((read) => !canUse(read));
  const defined = { ...flag, reads: reads.filter(canUse) };
  return others.length === 0 ? [defined] : [defined, { ...flag, definitions: [], reads: others }];
}

/** Definitions by key, then by scope. */
type DefinitionsByKey = ReadonlyMap<string, ReadonlyMap<string, readonly FlagDefinition[]>>;

function definitionsByKey(
  definitions: readonly FlagDefinition[],
  scopes: FlagScopes,
): DefinitionsByKey {
  const byKey = new Map<string, Map<string, FlagDefinition[]>>();
  for (const definition of definitions) {
    const byScope = byKey.get(definition.key) ?? new Map<string, FlagDefinition[]>();
    byKey.set(definition.key, byScope);
    const scope = scopes.scopeOf(definition.file);
    const known = byScope.get(scope);
    if (known) known.push(definition);
    else byScope.set(scope, [definition]);
  }
  return byKey;
}

/**
 * The scope whose flag a definition belongs to. What a service's own manifest merely declares is the flag that a scope around it
 * provisions, or the only scope that does: one flag, not two.
 */
function scopeOfDefinition(
  { key, file, role }: FlagDefinition,
  definitions: DefinitionsByKey,
  scopes: FlagScopes,
): string {
  const around = scopes.scopesAround(file);
  const own = around[0] ?? '.';
  const byScope = definitions.get(key);
  if (role === 'provisioning' || byScope === undefined || byScope.size < 2) return own;
  const provisions = (scope: string) =>
    byScope.get(scope)?.some((other) => other.role === 'provisioning') ?? false;
  const near = around.find(provisions);
  if (near !== undefined) return near;
  const elsewhere = [...byScope.keys()].filter(provisions);
  return elsewhere.length === 1 ? (elsewhere[0] ?? own) : own;
}

/**
 * The scope whose flag a read means. Its key is looked up among definitions of formats that its SDK can use:
 * in its own scope, then in the scopes around it, then, where exactly one other scope defines the key, there
 * (a flag service that others share). Otherwise the flag belongs to the read's own scope, undefined.
 */
function scopeOfRead(read: FlagRead, definitions: DefinitionsByKey, scopes: FlagScopes): string {
  const around = scopes.scopesAround(read.file);
  const byScope = definitions.get(read.key);
  const own = around[0] ?? '.';
  if (!byScope) return own;
  const usable = (scope: string) =>
    byScope.get(scope)?.find(({ format }) => isUsable(read.sdk, format));
  const near = around.map(usable).find((definition) => definition !== undefined);
  if (near !== undefined) return scopeOfDefinition(near, definitions, scopes);
  const elsewhere = [...byScope.keys()].map(usable).filter((found) => found !== undefined);
  const homes = new Set(elsewhere.map((found) => scopeOfDefinition(found, definitions, scopes)));
  const [home = own] = homes;
  return homes.size === 1 ? home : own;
}

function compareReads(first: FlagRead, second: FlagRead): number {
  return (
    compareText(first.file, second.file) ||
    comparePositions(first.span.start, second.span.start) ||
    comparePositions(first.span.end, second.span.end) ||
    compareText(first.key, second.key) ||
    compareText(first.call, second.call)
  );
}

function compareDefinitions(first: FlagDefinition, second: FlagDefinition): number {
  return (
    compareText(first.file, second.file) ||
    comparePositions(first.keySpan.start, second.keySpan.start)
  );
}

/** Definition files by the scope they stand in. */
function filesByScope(
  facts: Iterable<FileFacts>,
  scopes: FlagScopes,
): ReadonlyMap<string, readonly DefinitionFile[]> {
  const byScope = new Map<string, DefinitionFile[]>();
  for (const { file, definitionFormat, diagnostics } of facts) {
    if (definitionFormat === null) continue;
    const scope = scopes.scopeOf(file);
    const isWhole =
      definitionFormat !== unknownFormat &&
      !diagnostics.some(({ severity }) => severity === 'error');
    const entry = { file, format: definitionFormat, isWhole };
    const known = byScope.get(scope);
    if (known) known.push(entry);
    else byScope.set(scope, [entry]);
  }
  return byScope;
}

/** Puts definitions and reads together by key and scope, in stable order: by key, then scope. */
export function groupFlags(
  facts: readonly FileFacts[],
  reads: readonly FlagRead[],
  scopes: FlagScopes,
): readonly Flag[] {
  const definitions = facts.flatMap((file) => file.definitions);
  const byKey = definitionsByKey(definitions, scopes);
  const flags = new Map<string, GrowingFlag>();
  /** The scopes around each scope, its own first. */
  const scopesOfScope = new Map<string, readonly string[]>();
  for (const { file } of facts) {
    const around = scopes.scopesAround(file);
    if (!scopesOfScope.has(around[0] ?? '.')) scopesOfScope.set(around[0] ?? '.', around);
  }

  function flagAt(key: string, scope: string): GrowingFlag {
    const id = JSON.stringify([key, scope]);
    const known = flags.get(id);
    if (known) return known;
    const created: GrowingFlag = { key, scope, definitions: [], reads: [] };
    flags.set(id, created);
    return created;
  }

  for (const definition of definitions) {
    const scope = scopeOfDefinition(definition, byKey, scopes);
    flagAt(definition.key, scope).definitions.push(definition);
  }
  for (const read of reads) {
    flagAt(read.key, scopeOfRead(read, byKey, scopes)).reads.push(read);
  }
  const files = filesByScope(facts, scopes);
  return [...flags.values()]
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.scope, b.scope))
    .flatMap(apart)
    .map((flag) => ({
      ...flag,
      definitions: [...flag.definitions].sort(compareDefinitions),
      reads: [...flag.reads].sort(compareReads),
      definitionFiles: (scopesOfScope.get(flag.scope) ?? []).flatMap(
        (scope) => files.get(scope) ?? [],
      ),
    }));
}

import type { FileFacts } from '../../model/fileFacts';
import type { DefinitionFile, Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagRead } from '../../model/flagRead';
import { unknownFormat } from '../definitions/definitionFileNames';
import { sdkById } from '../reads/sdkShapes';
import { comparePositions, compareText } from './compareText';
import type { FlagScopes } from './flagScopes';

interface GrowingFlag {
  readonly key: string;
  readonly scope: string;
  readonly definitions: FlagDefinition[];
  readonly reads: FlagRead[];
}

/**
 * Reads whose SDK can use none of the definitions mean another flag that happens to have the same key: it is defined
 * elsewhere (on a vendor's server), and what the definitions say is not true of it.
 */
function apart(flag: GrowingFlag): readonly GrowingFlag[] {
  const { definitions, reads } = flag;
  if (definitions.length === 0) return [flag];
  const formats = new Set(definitions.map(({ format }) => format));
  const canUse = ({ sdk }: FlagRead) =>
    sdkById(sdk).definitionFormats.some((format) => formats.has(format));
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
 * The scope whose flag a read means. Its key is looked up among definitions of formats that its SDK can use:
 * in its own scope, then in the scopes around it, then, where exactly one other scope defines the key, there
 * (a flag service that others share). Otherwise the flag belongs to the read's own scope, undefined.
 */
function scopeOfRead(read: FlagRead, definitions: DefinitionsByKey, scopes: FlagScopes): string {
  const { definitionFormats } = sdkById(read.sdk);
  const around = scopes.scopesAround(read.file);
  const byScope = definitions.get(read.key);
  const own = around[0] ?? '.';
  if (!byScope) return own;
  const defines = (scope: string) =>
    byScope.get(scope)?.some(({ format }) => definitionFormats.includes(format)) ?? false;
  const near = around.find(defines);
  if (near !== undefined) return near;
  const elsewhere = [...byScope.keys()].filter(defines);
  return elsewhere.length === 1 ? (elsewhere[0] ?? own) : own;
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
  /** The scopes around each flag's scope, its own first. */
  const scopesOfFlag = new Map<string, readonly string[]>();

  function flagAt(key: string, scope: string, file: string): GrowingFlag {
    const id = JSON.stringify([key, scope]);
    const known = flags.get(id);
    if (known) return known;
    const created: GrowingFlag = { key, scope, definitions: [], reads: [] };
    flags.set(id, created);
    if (!scopesOfFlag.has(scope)) {
      const around = scopes.scopesAround(file);
      scopesOfFlag.set(scope, around.slice(Math.max(around.indexOf(scope), 0)));
    }
    return created;
  }

  for (const definition of definitions) {
    const scope = scopes.scopeOf(definition.file);
    flagAt(definition.key, scope, definition.file).definitions.push(definition);
  }
  for (const read of reads) {
    flagAt(read.key, scopeOfRead(read, byKey, scopes), read.file).reads.push(read);
  }
  const files = filesByScope(facts, scopes);
  return [...flags.values()]
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.scope, b.scope))
    .flatMap(apart)
    .map((flag) => ({
      ...flag,
      definitions: [...flag.definitions].sort(compareDefinitions),
      reads: [...flag.reads].sort(compareReads),
      definitionFiles: (scopesOfFlag.get(flag.scope) ?? []).flatMap(
        (scope) => files.get(scope) ?? [],
      ),
    }));
}

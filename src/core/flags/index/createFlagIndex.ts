import type { FileDiagnostic } from '../../model/diagnostic';
import type { FileFacts } from '../../model/fileFacts';
import type { Flag } from '../../model/flag';
import type { FlagRead, UnresolvedRead } from '../../model/flagRead';
import type { ProjectFacts } from '../../model/projectFacts';
import { keysBehindCamelCase } from './camelCaseKeys';
import { comparePositions, compareText } from './compareText';
import { createFlagScopes, type FlagScopes } from './flagScopes';
import { groupFlags } from './groupFlags';
import { linkReads, type LinkedFile } from './linkReads';
import { createModuleMap, type ModuleMap } from './moduleMap';
import { createValueResolver, type ModuleView } from './resolveValue';

/** What the index knows at one moment, in stable order. */
export interface FlagIndexSnapshot {
  readonly flags: readonly Flag[];
  readonly unresolved: readonly UnresolvedRead[];
  readonly diagnostics: readonly FileDiagnostic[];
}

/** The usage index: facts of files in, flags out. Pure and in memory. */
export interface FlagIndex {
  /** Takes in what a file says now. */
  update(facts: FileFacts): void;
  remove(file: string): void;
  has(file: string): boolean;
  setScopes(scopes: FlagScopes): void;
  snapshot(): FlagIndexSnapshot;
  /** Reads in one file, in order of position. */
  readsIn(file: string): readonly FlagRead[];
  unresolvedIn(file: string): readonly UnresolvedRead[];
  flagOf(read: FlagRead): Flag;
  /** The reads that a file would have if it said this. Changes nothing. Reads whose key is in camel case are left out. */
  readsOf(facts: FileFacts): readonly FlagRead[];
  /** The scope of a file first, then those around it, outwards. */
  scopesAround(file: string): readonly string[];
  /**
   * Files that imports in the given files (or in all) may mean and that the index knows nothing of. Each list holds
   * the paths one import may mean, the likeliest first: the first one that exists is the one to read.
   */
  wanted(files?: Iterable<string>): readonly (readonly string[])[];
}

interface Linked extends LinkedFile {
  /** Every path that was looked at: a change of any of them may change the result. */
  readonly consulted: ReadonlySet<string>;
  readonly wanted: readonly (readonly string[])[];
}

interface View extends FlagIndexSnapshot {
  readonly readsByFile: ReadonlyMap<string, readonly FlagRead[]>;
  readonly unresolvedByFile: ReadonlyMap<string, readonly UnresolvedRead[]>;
  readonly flagByRead: ReadonlyMap<FlagRead, Flag>;
}

function groupByFile<Item extends { readonly file: string }>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group) group.push(item);
    else groups.set(item.file, [item]);
  }
  return groups;
}

function byPlace(
  first: { readonly span: FlagRead['span'] },
  second: { readonly span: FlagRead['span'] },
): number {
  return (
    comparePositions(first.span.start, second.span.start) ||
    comparePositions(first.span.end, second.span.end)
  );
}

/** Makes an empty index. The result of any sequence of updates depends on the last facts of each file only. */
export function createFlagIndex(): FlagIndex {
  const facts = new Map<string, FileFacts>();
  const linked = new Map<string, Linked>();
  const dependents = new Map<string, Set<string>>();
  const projects = new Map<string, ProjectFacts>();
  let moduleMap: ModuleMap | null = null;
  let scopes = createFlagScopes([]);
  let view: View | null = null;

  function forget(file: string): void {
    for (const path of linked.get(file)?.consulted ?? []) dependents.get(path)?.delete(file);
    linked.delete(file);
  }

  function changed(file: string): void {
    forget(file);
    for (const dependent of Array.from(dependents.get(file) ?? [])) forget(dependent);
    view = null;
  }

  function moduleMeaning(): ModuleMap {
    moduleMap ??= createModuleMap(projects);
    return moduleMap;
  }

  /** A change of what module names mean may change every link. */
  function setProject(file: string, project: ProjectFacts | null): void {
    const known = projects.get(file);
    if (!known && !project) return;
    if (project) projects.set(file, project);
    else projects.delete(file);
    if (JSON.stringify(known ?? null) === JSON.stringify(project)) return;
    moduleMap = null;
    linked.clear();
    dependents.clear();
    view = null;
  }

  function link(file: string, entry: FileFacts): Linked {
    const known = linked.get(file);
    if (known) return known;
    const fresh = linkAnew(file, entry);
    for (const path of fresh.consulted) {
      const files = dependents.get(path);
      if (files) files.add(file);
      else dependents.set(path, new Set([file]));
    }
    linked.set(file, fresh);
    return fresh;
  }

  /** Links a file's facts, which need not be those that are known of it. */
  function linkAnew(file: string, { source }: FileFacts): Linked {
    const consulted = new Set<string>();
    const wanted: (readonly string[])[] = [];
    const modules: ModuleView = {
      resolve(module, importingFile) {
        const paths = moduleMeaning().pathsOf(module, importingFile);
        const found = paths.findIndex((path) => facts.get(path)?.source);
        const missing = found < 0 ? paths : paths.slice(0, found);
        for (const path of paths.slice(0, missing.length + 1)) consulted.add(path);
        if (missing.length > 0) wanted.push(missing);
        return paths[found] ?? null;
      },
      source(path) {
        consulted.add(path);
        return facts.get(path)?.source ?? null;
      },
    };
    const result = source
      ? linkReads(file, source, createValueResolver(modules))
      : { reads: [], unresolved: [] };
    return { ...result, consulted, wanted };
  }

  function build(): View {
    const files = [...facts.values()].sort((a, b) => compareText(a.file, b.file));
    const links = files.map((entry) => link(entry.file, entry));
    const reads = keysBehindCamelCase(
      links.flatMap((entry) =>
        [...entry.reads].sort((first, second) => byPlace(first.read, second.read)),
      ),
      scopes,
    );
    const unresolved = links.flatMap((entry) => [...entry.unresolved].sort(byPlace));
    const flags = groupFlags(files, reads, scopes);
    return {
      flags,
      unresolved,
      diagnostics: files.flatMap(({ file, diagnostics }) =>
        [...diagnostics].sort(byPlace).map((diagnostic) => ({ file, ...diagnostic })),
      ),
      readsByFile: groupByFile(reads),
      unresolvedByFile: groupByFile(unresolved),
      flagByRead: new Map(flags.flatMap((flag) => flag.reads.map((read) => [read, flag] as const))),
    };
  }

  function current(): View {
    view ??= build();
    return view;
  }

  return {
    update(entry) {
      facts.set(entry.file, entry);
      setProject(entry.file, entry.project);
      changed(entry.file);
    },
    remove(file) {
      if (!facts.delete(file)) return;
      setProject(file, null);
      changed(file);
    },
    has: (file) => facts.has(file),
    setScopes(next) {
      scopes = next;
      view = null;
    },
    snapshot() {
      const { flags, unresolved, diagnostics } = current();
      return { flags, unresolved, diagnostics };
    },
    readsIn: (file) => current().readsByFile.get(file) ?? [],
    readsOf: (entry) =>
      linkAnew(entry.file, entry)
        .reads.filter(({ isCamelCase }) => !isCamelCase)
        .map(({ read }) => read),
    scopesAround: (file) => scopes.scopesAround(file),
    unresolvedIn: (file) => current().unresolvedByFile.get(file) ?? [],
    flagOf(read) {
      const { flagByRead, flags } = current();
      const known = flagByRead.get(read);
      if (known) return known;
      const scope = scopes.scopeOf(read.file);
      const same = flags.filter((flag) => flag.key === read.key && flag.scope === scope);
      const shared = same.find(({ reads }) => reads.some(({ sdk }) => sdk === read.sdk));
      return (
        shared ??
        same[0] ?? { key: read.key, scope, definitions: [], reads: [read], definitionFiles: [] }
      );
    },
    wanted(files = facts.keys()) {
      return [...files].flatMap((file) => {
        const entry = facts.get(file);
        return entry ? link(file, entry).wanted : [];
      });
    },
  };
}

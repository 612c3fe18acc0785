import type { FileDiagnostic } from '../../model/diagnostic';
import type { FileFacts } from '../../model/fileFacts';
import type { Flag } from '../../model/flag';
import type { KeepComment } from '../../model/keepComment';
import type { FlagRead, UnresolvedRead } from '../../model/flagRead';
import type { SourceFacts } from '../../model/sourceFacts';
import type { ProjectFacts } from '../../model/projectFacts';
import { keysBehindCamelCase } from './camelCaseKeys';
import { comparePositions, compareText } from './compareText';
import { exportedClients, type ExportedClient } from './exportedClients';
import { createFlagScopes, type FlagScopes } from './flagScopes';
import { groupFlags } from './groupFlags';
import { declaredKeys } from './declaredKeys';
import { createDeclarations, fullName } from './declarations';
import type { Readers } from './linkedFile';
import { folderOf } from './paths';
import { pythonPaths } from './pythonPaths';
import { linkFile, readsWith, type LinkedFile } from './linkReads';
import type { LanguageGroup } from './languageGroup';
import { createModuleMap, type ModuleMap } from './moduleMap';
import type { ModuleView } from './moduleView';
import { createValueResolver } from './resolveValue';
import { namesOfKeyTypes } from './namesOfKeyTypes';
import { namesOfReaders } from './namesOfReaders';
import { proposeWrappers, type ProposedWrapper } from './proposeWrappers';
import type { StatedWrapper } from './statedWrapper';
import { traceReads } from './traceReads';

/** What the index knows at one moment, in stable order. */
export interface FlagIndexSnapshot {
  readonly flags: readonly Flag[];
  readonly unresolved: readonly UnresolvedRead[];
  readonly diagnostics: readonly FileDiagnostic[];
  /** Comments that wish to keep flags; undefined where there are none. */
  readonly keeps?: readonly KeepComment[];
}

/** The usage index: facts of files in, flags out. Pure and in memory. */
export interface FlagIndex {
  /** Takes in what a file says now. */
  update(facts: FileFacts): void;
  remove(file: string): void;
  has(file: string): boolean;
  setScopes(scopes: FlagScopes): void;
  /** Functions that read flags, as the settings state them. Files are to be read with their names among the readers. */
  setWrappers(wrappers: readonly StatedWrapper[]): void;
  snapshot(): FlagIndexSnapshot;
  /** Reads in one file, in order of position. */
  readsIn(file: string): readonly FlagRead[];
  unresolvedIn(file: string): readonly UnresolvedRead[];
  flagOf(read: FlagRead): Flag;
  /** The reads that a file would have if it said this. Changes nothing. Reads whose key is in camel case are left out. */
  readsOf(facts: FileFacts): readonly FlagRead[];
  /** Entries for `wrappers` in `flaglab.yaml` that would settle more. */
  proposedWrappers(): readonly ProposedWrapper[];
  /** The scope of a file first, then those around it, outwards. */
  scopesAround(file: string): readonly string[];
  /**
   * Names of functions, methods and getters of the project that read flags for their callers, and of types that declare keys, by
   * group of languages.
   */
  readerNames(): ReadonlyMap<LanguageGroup, ReadonlySet<string>>;
  /**
   * Files that imports in the given files (or in all) may mean and that the index knows nothing of. Each list holds
   * the paths one import may mean, the likeliest first: the first one that exists is the one to read.
   */
  wanted(files?: Iterable<string>): readonly (readonly string[])[];
  /** Clients of SDKs that files offer each other. */
  clients(): readonly ExportedClient[];
  /** Names that imports of all files may mean and that no known file declares. */
  wantedNames(): readonly WantedName[];
}

/** A name that a package or namespace of many files may declare in a file that is not known yet. */
export interface WantedName {
  /** `jvm:a.b`, `dotnet:A.B`, `go/folder`. */
  readonly namespace: string;
  readonly name: string;
}

interface Linked {
  /** Null for a file that is no source code. */
  readonly file: LinkedFile | null;
  /** Every path that was looked at: a change of any of them may change the result. */
  readonly consulted: Set<string>;
  readonly wanted: (readonly string[])[];
  readonly wantedNames: WantedName[];
}

interface View extends FlagIndexSnapshot {
  readonly readsByFile: ReadonlyMap<string, readonly FlagRead[]>;
  readonly unresolvedByFile: ReadonlyMap<string, readonly UnresolvedRead[]>;
  readonly flagByRead: ReadonlyMap<FlagRead, Flag>;
  readonly readers: Readers;
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
  const declarations = createDeclarations();
  /** Namespaces that `global using` names, by file: all files of .NET look there. */
  const everywhere = new Map<string, readonly string[]>();
  let moduleMap: ModuleMap | null = null;
  let scopes = createFlagScopes([]);
  let wrappers: readonly StatedWrapper[] = [];
  let view: View | null = null;
  let proposals: { readonly view: View; readonly wrappers: readonly ProposedWrapper[] } | null =
    null;

  function forget(file: string): void {
    for (const path of linked.get(file)?.consulted ?? []) dependents.get(path)?.delete(file);
    linked.delete(file);
  }

  function changed(file: string, before: SourceFacts | null, after: SourceFacts | null): void {
    forget(file);
    for (const path of [file, ...declarations.change(file, before, after)]) {
      for (const dependent of Array.from(dependents.get(path) ?? [])) forget(dependent);
    }
    setEverywhere(file, after);
    view = null;
  }

  function setEverywhere(file: string, source: SourceFacts | null): void {
    const now = source?.language === 'csharp' ? source.exportsAllOf : [];
    const before = everywhere.get(file) ?? [];
    if (now.join() === before.join()) return;
    if (now.length > 0) everywhere.set(file, now);
    else everywhere.delete(file);
    linked.clear();
    dependents.clear();
  }

  function moduleMeaning(): ModuleMap {
    moduleMap ??= createModuleMap(projects);
    return moduleMap;
  }

  /** The package or namespace of many files that a module name means; null for a module of one file. */
  function namespaceMeant(module: string, importingFile: string): string | null {
    if (module.startsWith('jvm:') || module.startsWith('dotnet:')) return module;
    if (!module.startsWith('go:')) return null;
    const path = module.slice('go:'.length);
    const isOwn = path === '.' || module === facts.get(importingFile)?.source?.namespace;
    const folder = isOwn ? folderOf(importingFile) : moduleMeaning().goFolder(path);
    return folder === null ? module : `go/${folder}`;
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

  /** What is known of other files; what is looked at, and what is missing, is told. */
  function createModuleView(
    consult: (path: string) => void,
    want: (paths: readonly string[]) => void,
    wantName: (name: WantedName) => void,
  ): ModuleView {
    return {
      resolve(module, importingFile, name) {
        const namespace = namespaceMeant(module, importingFile);
        if (namespace !== null) {
          const global = namespace === 'dotnet:' ? [...everywhere.values()].flat() : [];
          for (const each of [namespace, ...global]) {
            const full = fullName(each, name);
            consult(full);
            const found = declarations.find(full);
            // What is declared twice is the file's own first.
            const own = found.filter(({ file }) => file === importingFile);
            if (found.length > 0) return own.length > 0 ? own : found;
            wantName({ namespace: each, name });
          }
          return [];
        }
        const paths = module.startsWith('python:')
          ? pythonPaths(module, importingFile)
          : moduleMeaning().pathsOf(module, importingFile);
        const found = paths.findIndex((path) => facts.get(path)?.source);
        const missing = found < 0 ? paths : paths.slice(0, found);
        for (const path of paths.slice(0, missing.length + 1)) consult(path);
        if (missing.length > 0) want(missing);
        const path = paths[found];
        return path === undefined ? [] : [{ file: path, name }];
      },
      source(path) {
        consult(path);
        return facts.get(path)?.source ?? null;
      },
    };
  }

  function link(file: string, { source }: FileFacts): Linked {
    const known = linked.get(file);
    if (known) return known;
    const consulted = new Set<string>();
    const wanted: (readonly string[])[] = [];
    const wantedNames: WantedName[] = [];
    // More is looked at later, when the file's calls are followed into other files.
    const modules = createModuleView(
      (path) => {
        if (consulted.has(path)) return;
        consulted.add(path);
        const files = dependents.get(path);
        if (files) files.add(file);
        else dependents.set(path, new Set([file]));
      },
      (paths) => wanted.push(paths),
      (name) => wantedNames.push(name),
    );
    const made = {
      file: source && linkedFile(file, source, modules),
      consulted,
      wanted,
      wantedNames,
    };
    linked.set(file, made);
    return made;
  }

  function linkedFile(file: string, source: SourceFacts, modules: ModuleView): LinkedFile {
    return linkFile(
      file,
      source,
      createValueResolver(modules),
      (path) => modules.source(path),
      wrappers,
    );
  }

  function readsOf({ file, source }: FileFacts): readonly FlagRead[] {
    if (!source) return [];
    const nothing = () => undefined;
    const { readers } = current();
    const found = linkedFile(file, source, createModuleView(nothing, nothing, nothing));
    return readsWith(found, readers)
      .filter(({ isCamelCase }) => !isCamelCase)
      .map(({ read }) => read);
  }

  function build(): View {
    const files = [...facts.values()].sort((a, b) => compareText(a.file, b.file));
    const traced = traceReads(
      files.flatMap((entry) => link(entry.file, entry).file ?? []),
      declaredKeys(files),
    );
    const inOrder = files.map(({ file }) => file);
    const reads = keysBehindCamelCase(
      inOrder.flatMap((file) =>
        [...(traced.reads.get(file) ?? [])].sort((first, second) =>
          byPlace(first.read, second.read),
        ),
      ),
      scopes,
    );
    const unresolved = inOrder.flatMap((file) =>
      [...(traced.unresolved.get(file) ?? [])].sort(byPlace),
    );
    const flags = groupFlags(files, reads, scopes);
    const keeps = files.flatMap((entry) => entry.keeps ?? []);
    return {
      ...(keeps.length > 0 && { keeps }),
      flags,
      unresolved,
      readers: traced.readers,
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
      const before = facts.get(entry.file)?.source ?? null;
      facts.set(entry.file, entry);
      setProject(entry.file, entry.project);
      changed(entry.file, before, entry.source);
    },
    remove(file) {
      const before = facts.get(file);
      if (!before) return;
      facts.delete(file);
      setProject(file, null);
      changed(file, before.source, null);
    },
    has: (file) => facts.has(file),
    setWrappers(next) {
      wrappers = next;
      linked.clear();
      dependents.clear();
      view = null;
    },
    setScopes(next) {
      scopes = next;
      view = null;
    },
    snapshot() {
      const { flags, unresolved, diagnostics, keeps } = current();
      return { flags, unresolved, diagnostics, ...(keeps && { keeps }) };
    },
    readsIn: (file) => current().readsByFile.get(file) ?? [],
    readsOf: (entry) => readsOf(entry),
    proposedWrappers() {
      const known = current();
      // Asked for with every snapshot: looked for once for each state.
      if (proposals?.view === known) return proposals.wrappers;
      const files = [...facts.values()].sort((a, b) => compareText(a.file, b.file));
      const linkedFiles = files.flatMap((entry) => link(entry.file, entry).file ?? []);
      proposals = { view: known, wrappers: proposeWrappers(linkedFiles, known.readers) };
      return proposals.wrappers;
    },
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
    readerNames() {
      const { readers: known, flags } = current();
      const keys = flags.map(({ key }) => key);
      const readers = namesOfReaders(known, keys, (file) => facts.get(file)?.source ?? null);
      const all = new Map(readers);
      for (const [group, names] of namesOfKeyTypes(facts.values())) {
        all.set(group, new Set([...(readers.get(group) ?? []), ...names]));
      }
      return all;
    },
    clients() {
      const sources = [...facts].flatMap(([file, { source }]) =>
        source ? [[file, source] as const] : [],
      );
      return exportedClients(sources);
    },
    wantedNames() {
      current();
      return [...linked.values()].flatMap((entry) => entry.wantedNames);
    },
    wanted(files = facts.keys()) {
      // Calls are followed into other files only when all that is known is put together.
      current();
      return [...files].flatMap((file) => {
        const entry = facts.get(file);
        return entry ? link(file, entry).wanted : [];
      });
    },
  };
}

import type { SourceLanguage } from '../../model/flagRead';
import type { SourceFacts } from '../../model/sourceFacts';
import { folderOf } from './paths';

/** Where a name of a package or namespace of many files is declared. */
export interface Declaration {
  readonly file: string;
  /** The name it is exported under. */
  readonly name: string;
}

/** Names that packages and namespaces of many files declare: those of Go, the JVM and .NET. */
export interface Declarations {
  /** Takes in what a file declares now instead of before; gives the full names that are concerned. */
  change(file: string, before: SourceFacts | null, after: SourceFacts | null): readonly string[];
  find(fullName: string): readonly Declaration[];
}

/** The namespace of a file: its folder for Go, where a package is all files of a folder. */
export function namespaceOf(file: string, language: SourceLanguage, given?: string): string | null {
  if (language === 'go') return `go/${folderOf(file)}`;
  return given === undefined || given.startsWith('python:') ? null : given;
}

/** The full name of what a namespace declares. */
export function fullName(namespace: string, name: string): string {
  return `${namespace}.${name}`;
}

function declaredBy(file: string, source: SourceFacts | null): readonly [string, string][] {
  const namespace = source && namespaceOf(file, source.language, source.namespace);
  if (!source || namespace === null) return [];
  const names = new Set([...Object.keys(source.exports), ...Object.keys(source.exportedTypes)]);
  return [...names].map((name) => [fullName(namespace, name), name]);
}

/** Makes the table of declared names, empty at first. */
export function createDeclarations(): Declarations {
  const byName = new Map<string, Map<string, string>>();
  return {
    change(file, before, after) {
      const old = declaredBy(file, before);
      const now = declaredBy(file, after);
      for (const [full] of old) byName.get(full)?.delete(file);
      for (const [full, name] of now) {
        const files = byName.get(full) ?? new Map<string, string>();
        byName.set(full, files.set(file, name));
      }
      return [...new Set([...old, ...now].map(([full]) => full))];
    },
    find: (full) => [...(byName.get(full) ?? [])].map(([file, name]) => ({ file, name })),
  };
}

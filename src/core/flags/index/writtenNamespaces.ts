import type { SourceLanguage } from '../../model/flagRead';
import { folderOf } from './paths';

const jvmPackage = /^[ \t]*package[ \t]+([\w.`]+)/m;
const dotnetNamespace = /^[ \t]*namespace[ \t]+([\w.]+)/gm;

/**
 * The packages or namespaces that a text is in, as far as a look at the text tells, without parsing it: `jvm:a.b`,
 * `dotnet:A.B`, `go/folder`. None for languages whose files are modules of their own.
 */
export function writtenNamespaces(
  file: string,
  language: SourceLanguage,
  text: string,
): readonly string[] {
  switch (language) {
    case 'go':
      return [`go/${folderOf(file)}`];
    case 'java':
    case 'kotlin': {
      const name = jvmPackage.exec(text)?.[1];
      return name === undefined ? [] : [`jvm:${name.replaceAll('`', '')}`];
    }
    case 'csharp':
      return [...text.matchAll(dotnetNamespace)].map(([, name]) => `dotnet:${name}`);
    default:
      return [];
  }
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Whether a text seems to declare one of these names, without parsing it. */
export function createDeclarationSieve(names: Iterable<string>): (text: string) => boolean {
  // `Type.Method` is declared as `func (t Type) Method`.
  const last = [...names].map((name) => name.slice(name.lastIndexOf('.') + 1));
  const written = [...new Set(last)].filter((name) => /^[\p{L}_]/u.test(name)).sort();
  if (written.length === 0) return () => false;
  const any = written.map(escapeForRegExp).join('|');
  const keywords =
    'class|interface|enum|object|record|struct|typealias|type|func|fun|val|var|const';
  const declared = `\\b(?:${keywords})\\s+(?:\\([^)\\n]*\\)\\s*|<[^>\\n]*>\\s*|[\\w<>?,*]+\\.)*(?:${any})\\b`;
  // Within a block of constants of Go a name stands at the beginning of its line.
  const inBlock = `^\\s+(?:${any})\\b[^(.\\n]*$`;
  const pattern = new RegExp(`${declared}|${inBlock}`, 'm');
  return (text) => pattern.test(text);
}

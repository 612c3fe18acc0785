import type { SourceLanguage } from '../../model/flagRead';
import { hashOfWord } from '../../syntax/wordHashes';
import { folderOf } from './paths';

/** Names of packages are shorter. */
const longestLine = 1000;
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

const packageWord = hashOfWord('package');
const namespaceWord = hashOfWord('namespace');

/** The hash of the word that says which package or namespace a file is in; 0 for languages without one. */
export function namespaceWordOf(language: SourceLanguage): number {
  if (language === 'java' || language === 'kotlin') return packageWord;
  return language === 'csharp' ? namespaceWord : 0;
}

/** The lines of a file in which places stand, one after another. */
export function linesAt(bytes: Uint8Array, places: readonly number[]): string {
  const lines = places.map((place) => {
    const before = bytes.subarray(0, place);
    const start = Math.max(before.lastIndexOf(0x0a), before.lastIndexOf(0x0d)) + 1;
    const end = bytes.indexOf(0x0a, place);
    const line = bytes.subarray(start, Math.min(end < 0 ? bytes.length : end, start + longestLine));
    // What is no ASCII is no part of such a name, and may be a byte order mark.
    return String.fromCharCode(...line.filter((byte) => byte < 0x80));
  });
  return lines.join('\n');
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

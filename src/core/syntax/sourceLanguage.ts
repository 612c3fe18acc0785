import type { SourceLanguage } from '../model/flagRead';

const languageOfExtension: ReadonlyMap<string, SourceLanguage> = new Map([
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['jsx', 'javascriptreact'],
  ['ts', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['tsx', 'typescriptreact'],
  ['py', 'python'],
  ['pyi', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['kt', 'kotlin'],
  ['kts', 'kotlin'],
  ['cs', 'csharp'],
]);

/** The language of a source file by the end of its name; null where reads in it are not recognised. */
export function sourceLanguageOf(path: string): SourceLanguage | null {
  const dot = path.lastIndexOf('.');
  return languageOfExtension.get(path.slice(dot + 1).toLowerCase()) ?? null;
}

import type { SourceLanguage } from '../../model/flagRead';

/** Languages whose files can call each other's functions. */
export type LanguageGroup = 'javascript' | 'python' | 'go' | 'jvm' | 'dotnet';

/** All groups, in stable order. */
export const languageGroups: readonly LanguageGroup[] = [
  'javascript',
  'python',
  'go',
  'jvm',
  'dotnet',
];

/** The group of a language. */
export function languageGroupOf(language: SourceLanguage): LanguageGroup {
  switch (language) {
    case 'javascript':
    case 'javascriptreact':
    case 'typescript':
    case 'typescriptreact':
      return 'javascript';
    case 'python':
    case 'go':
      return language;
    case 'java':
    case 'kotlin':
      return 'jvm';
    case 'csharp':
      return 'dotnet';
  }
}

/** The languages that import a package, named as in `SdkRow.packages`. */
export function languageGroupOfPackage(name: string): LanguageGroup {
  return languageGroups.find((group) => name.startsWith(`${group}:`)) ?? 'javascript';
}

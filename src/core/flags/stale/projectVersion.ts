import type { ProjectVersion } from '../../model/flagHistory';

function packageVersion(text: string): string | undefined {
  try {
    const { version } = JSON.parse(text) as { readonly version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    // A package.json that cannot be read says no version.
    return undefined;
  }
}

/** Where the version stands in the files that say it, by name. */
const readers: readonly (readonly [RegExp, (text: string) => string | undefined])[] = [
  [/^package\.json$/, packageVersion],
  [/^VERSION(\.txt)?$/, (text) => text.trim().split(/\s/)[0]],
  [
    /^pom\.xml$/,
    (text) =>
      /<version>\s*([^<\s]+)\s*<\/version>/.exec(
        text.replace(/<parent>[\s\S]*?<\/parent>/, ''),
      )?.[1],
  ],
  [
    /^Cargo\.toml$/,
    (text) => /^\[(?:workspace\.)?package\][^[]*?^version\s*=\s*"([^"]+)"/m.exec(text)?.[1],
  ],
  [
    /\.csproj$|^Directory\.Build\.props$/,
    (text) => /<Version(?:Prefix)?>\s*([^<\s]+)\s*<\/Version(?:Prefix)?>/.exec(text)?.[1],
  ],
];

function readerFor(file: string) {
  const name = file.split('/').at(-1) ?? '';
  return readers.find(([names]) => names.test(name))?.[1];
}

/** Whether a file of this name may say a version of the product. */
export function mayHoldVersion(file: string): boolean {
  return readerFor(file) !== undefined;
}

/** The version that a file says; null where it says none, or one that stands for none (`0.0.0`). */
export function projectVersion(file: string, text: string): ProjectVersion | null {
  const version = readerFor(file)?.(text)?.replace(/^v/, '');
  if (version === undefined || !/^\d/.test(version) || version.startsWith('0.0.0')) return null;
  const folder = file.split('/').slice(0, -1).join('/');
  return { version, source: file, folder: folder === '' ? '.' : folder };
}

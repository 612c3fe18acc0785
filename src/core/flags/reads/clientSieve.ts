import { createWordQuery, type WordQuery } from '../sieve/wordQuery';

/** Where clients are exported: their names, and the words by which imports name their files. */
export interface ClientPlaces {
  readonly names: readonly string[];
  readonly modules: readonly string[];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** An import of one of these modules: a text that ends with it, or a line that begins with `from` or `import`. */
function importOf(modules: readonly string[]): RegExp {
  const any = [...new Set(modules)].sort().map(escapeForRegExp).join('|');
  const written = String.raw`(?<![\w$-])(?:${any})`;
  return new RegExp(
    String.raw`${written}(?:\.[cm]?[jt]sx?)?['"\`]|^[ \t]*(?:from|import)\b[^\n'"]*${written}\b`,
    'm',
  );
}

/** Tells whether a file may name a client, and whether its text imports one of the modules that offer one. */
export function createClientSieve({ names, modules }: ClientPlaces): {
  readonly names: WordQuery;
  readonly modules: (text: string) => boolean;
} {
  const imports = importOf(modules);
  return { names: createWordQuery(names), modules: (text) => imports.test(text) };
}

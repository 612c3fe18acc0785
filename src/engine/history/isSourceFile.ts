const sourceName =
  /\.(js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|astro|html|py|go|java|kt|kts|cs|fs|vb|razor|cshtml|rb|erb|haml|php|twig|swift|m|mm|dart|rs|ex|exs|scala|groovy|lua|pl|sh|c|h|cc|cpp|hpp|clj|elm|sql)$/;

/** Whether the lines of a file of this name may be reads: programs and templates of all languages, not only those that are parsed. */
export function isSourceFile(path: string): boolean {
  return sourceName.test(path);
}

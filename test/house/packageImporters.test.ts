import { expect, test } from 'vitest';
import { bundleNames, packageOf, readMetafile } from './metafile';

/** Each package has one importer, so that a swap is one file. */
const importers: Readonly<Record<string, readonly string[]>> = {
  '@vscode/tree-sitter-wasm': ['src/platform/treesitter/treeSitterParser.ts'],
  '@vscode/webview-ui-toolkit': ['webview/simulator/ui.ts'],
  commander: ['src/cli/run.ts'],
  ignore: ['src/engine/pathMatcher.ts'],
  'jsonc-parser': ['src/core/syntax/jsonDocument.ts'],
  'simple-statistics': ['src/core/stats/descriptive.ts'],
  'toml-eslint-parser': ['src/core/syntax/tomlDocument.ts'],
  yaml: ['src/core/syntax/yamlDocument.ts'],
  zod: ['src/core/schema/zod.ts'],
};

test('each package is imported by exactly its one named file', async () => {
  const seen: Record<string, Set<string>> = {};
  for (const bundle of bundleNames) {
    const { inputs } = await readMetafile(bundle);
    for (const [file, { imports }] of Object.entries(inputs)) {
      if (packageOf(file) !== null) continue;
      for (const imported of imports) {
        const name = packageOf(imported.path);
        if (name !== null) (seen[name] ??= new Set()).add(file);
      }
    }
  }
  // lit is the language the panel's views are written in.
  const { lit, ...rest } = Object.fromEntries(
    Object.entries(seen).map(([name, files]) => [name, [...files].toSorted()]),
  );
  expect(rest).toEqual(importers);
  expect(lit?.every((file) => file.startsWith('webview/'))).toBe(true);
});

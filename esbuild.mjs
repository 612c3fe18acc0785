// Builds everything that ships into dist/: node esbuild.mjs [--watch] [--production]
import { context, build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const watching = process.argv.includes('--watch');
const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/**
 * No network, by construction: the names a bundle could reach it with do not exist in it
 * (the parser's loader mentions them for hosts where we hand it the bytes instead).
 */
const withoutNetwork = {
  fetch: 'undefined',
  XMLHttpRequest: 'undefined',
  WebSocket: 'undefined',
  EventSource: 'undefined',
};

/**
 * Names the rules by which facts are found in files: the sources of all that has a part in it. What a scan keeps for the next one
 * is of no use to another version.
 */
async function rulesHash() {
  const hash = createHash('sha256');
  for (const folder of ['src/core', 'src/engine', 'src/platform/treesitter']) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
      hash.update(name.replaceAll(path.sep, '/')).update(await readFile(path.join(folder, name)));
    }
  }
  return hash
    .update(await readFile('package-lock.json'))
    .digest('hex')
    .slice(0, 16);
}

const shared = {
  bundle: true,
  minify: !watching,
  // Names are kept out of the bundle, stack traces in reports stay readable through the map beside it.
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  define: {
    FLAGLAB_VERSION: JSON.stringify(version),
    FLAGLAB_RULES: JSON.stringify(await rulesHash()),
  },
};

const offline = { ...shared, define: { ...shared.define, ...withoutNetwork } };
const nodeHost = {
  ...offline,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The package's build for browsers is made of modules: what is not used is left out.
  alias: { yaml: require.resolve('yaml').replace(/dist([\\/])index\.js$/, 'browser$1index.js') },
};
const browserHost = { ...offline, platform: 'browser' };

/**
 * `import * as vscode` as a plain `require`: as an import each of a hundred files would make a copy of all of the API's names
 * while the extension activates.
 */
const plainVscode = {
  name: 'plain-vscode',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        /^import \* as vscode from 'vscode';$/m,
        "const vscode = require('vscode');",
      ),
      loader: 'ts',
    }));
  },
};

/** What activation can do without is a file of its own, where a file can load another. */
const onFirstUseElsewhere = {
  name: 'on-first-use',
  setup(setup) {
    setup.onResolve({ filter: /\/onFirstUse$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './extension.node.onFirstUse.js', external: true } : null,
    );
    setup.onResolve({ filter: /\/rolloutOnFirstUse$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './extension.node.rollout.js', external: true } : null,
    );
  },
};

/** What is built: one entry a bundle. Names are those of the metafiles in dist/meta. */
const bundles = {
  'extension.node': {
    ...nodeHost,
    entryPoints: ['src/extension/main.node.ts'],
    outfile: 'dist/extension.node.js',
    external: ['vscode'],
    // VS Code hands its API to modules that are required.
    supported: { 'dynamic-import': false },
    plugins: [plainVscode, onFirstUseElsewhere],
  },
  'extension.node.onFirstUse': {
    ...nodeHost,
    entryPoints: ['src/extension/onFirstUse.ts'],
    outfile: 'dist/extension.node.onFirstUse.js',
    external: ['vscode'],
    plugins: [plainVscode],
  },
  'extension.node.rollout': {
    ...nodeHost,
    entryPoints: ['src/extension/rollouts/rolloutOnFirstUse.ts'],
    outfile: 'dist/extension.node.rollout.js',
    external: ['vscode'],
    plugins: [plainVscode],
  },
  'extension.web': {
    ...browserHost,
    format: 'cjs',
    entryPoints: ['src/extension/main.web.ts'],
    outfile: 'dist/extension.web.js',
    external: ['vscode'],
    plugins: [plainVscode],
  },
  cli: {
    ...nodeHost,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  'indexing.node': {
    ...nodeHost,
    entryPoints: ['src/worker/indexing/main.node.ts'],
    outfile: 'dist/indexing.node.js',
  },
  'indexing.web': {
    ...browserHost,
    format: 'iife',
    entryPoints: ['src/worker/indexing/main.web.ts'],
    outfile: 'dist/indexing.web.js',
    // Names that the parser's loader asks for only where it runs on Node.
    external: ['fs/promises', 'module', 'fs', 'path', 'url'],
    // Without a file name the loader asks the document, which a worker has not, for an address; it needs none.
    define: { ...browserHost.define, document: '{"currentScript":null}' },
  },
  'simulation.node': {
    ...nodeHost,
    entryPoints: ['src/worker/simulation/main.node.ts'],
    outfile: 'dist/simulation.node.js',
  },
  worker: {
    ...browserHost,
    format: 'iife',
    entryPoints: ['src/worker/simulation/main.web.ts'],
    outfile: 'dist/webview/worker.js',
  },
  'rollout.worker': {
    ...browserHost,
    format: 'iife',
    entryPoints: ['src/worker/rollout/main.web.ts'],
    outfile: 'dist/webview/rolloutWorker.js',
  },
  // The panel fetches its own worker's source, and nothing else: its policy (CSP) holds it to that.
  panel: {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: { simulator: 'webview/simulator/main.ts' },
    outdir: 'dist/webview',
  },
  'rollout.panel': {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: { rollout: 'webview/rollout/main.ts' },
    outdir: 'dist/webview',
  },
};

const grammarFolder = path.dirname(require.resolve('@vscode/tree-sitter-wasm'));
const otherGrammarFolder = path.join(
  path.dirname(require.resolve('tree-sitter-wasms/package.json')),
  'out',
);
const grammars = [
  [grammarFolder, 'tree-sitter'],
  [grammarFolder, 'tree-sitter-javascript'],
  [grammarFolder, 'tree-sitter-typescript'],
  [grammarFolder, 'tree-sitter-tsx'],
  [grammarFolder, 'tree-sitter-python'],
  [grammarFolder, 'tree-sitter-go'],
  [grammarFolder, 'tree-sitter-java'],
  [grammarFolder, 'tree-sitter-c-sharp'],
  [otherGrammarFolder, 'tree-sitter-kotlin'],
];

/** The grammars of the pinned package: they are not kept in git. */
async function copyGrammars() {
  await mkdir('dist/grammars', { recursive: true });
  for (const [folder, name] of grammars) {
    await cp(path.join(folder, `${name}.wasm`), `dist/grammars/${name}.wasm`);
  }
}

/** JSON Schemas for editors, from the one schema in code. */
async function writeSchemas() {
  const built = await build({
    stdin: {
      contents: `
        export { planJsonSchema } from './src/core/experiment/plan/planJsonSchema';
        export { settingsJsonSchema } from './src/core/settings/settingsJsonSchema';`,
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const source = Buffer.from(built.outputFiles[0].contents).toString('base64');
  const { planJsonSchema, settingsJsonSchema } = await import(
    `data:text/javascript;base64,${source}`
  );
  await mkdir('dist/schemas', { recursive: true });
  const write = (name, schema) =>
    writeFile(`dist/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  await write('experiment', planJsonSchema());
  await write('flaglab', settingsJsonSchema());
}

/** The command line as the npm package `flaglab`, ready for `npm pack dist/npm`. */
async function preparePackage() {
  const manifest = {
    name: 'flaglab',
    version,
    description:
      'Feature flags on the command line: reads, sample size and simulated launches. Offline.',
    license: 'MIT',
    bin: { flaglab: 'cli.js' },
    files: ['cli.js', 'indexing.node.js', 'simulation.node.js', 'grammars', 'README.md', 'LICENSE'],
    engines: { node: '>=20.19.0' },
  };
  await rm('dist/npm', { recursive: true, force: true });
  await mkdir('dist/npm', { recursive: true });
  await writeFile('dist/npm/package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  await cp('dist/cli.js', 'dist/npm/cli.js');
  await cp('dist/indexing.node.js', 'dist/npm/indexing.node.js');
  await cp('dist/simulation.node.js', 'dist/npm/simulation.node.js');
  await cp('dist/grammars', 'dist/npm/grammars', { recursive: true });
  await cp('LICENSE', 'dist/npm/LICENSE');
  await cp('README.md', 'dist/npm/README.md');
}

async function buildOnce() {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist/meta', { recursive: true });
  for (const [name, options] of Object.entries(bundles)) {
    const { metafile } = await build(options);
    await writeFile(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
  await copyGrammars();
  await writeSchemas();
  await preparePackage();
}

async function watch() {
  await copyGrammars();
  await writeSchemas();
  for (const options of Object.values(bundles)) await (await context(options)).watch();
  console.log('Watching. Ctrl-C ends.');
}

await (watching ? watch() : buildOnce());

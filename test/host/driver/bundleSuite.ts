import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../suite/index.ts', import.meta.url));

/** What is bundled, and for which extension host. */
export interface SuiteBundle {
  /** Folder of the test files: all `*.test.ts` in it and below. */
  readonly suite: string;
  /** In the web host files named `*.node.test.ts` are left out: it has no Node. */
  readonly runsIn: 'node' | 'web-worker';
  readonly outfile: string;
}

/** Bundles the runner and every test file of the folder into one CommonJS file with `run()`. */
export async function bundleSuite({ suite, runsIn, outfile }: SuiteBundle): Promise<void> {
  const files = await findTestFiles(suite, runsIn);
  if (files.length === 0) throw new Error(`No test files in ${suite}`);
  await build({
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: runsIn === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [testFilesPlugin(files)],
  });
}

/** All test files for one kind of extension host, in a stable order. */
export async function findTestFiles(
  suite: string,
  runsIn: SuiteBundle['runsIn'],
): Promise<string[]> {
  const entries = await readdir(suite, { recursive: true });
  return entries
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => runsIn === 'node' || !file.endsWith('.node.test.ts'))
    .sort()
    .map((file) => path.join(suite, file));
}

/** Answers the import of `flaglab:test-files`: a function that loads the files one after the other. */
function testFilesPlugin(files: readonly string[]): Plugin {
  const loads = files.map((file) => `require(${JSON.stringify(file)});`).join('\n');
  return {
    name: 'test-files',
    setup(setup) {
      setup.onResolve({ filter: /^flaglab:test-files$/ }, () => ({
        path: 'test-files',
        namespace: 'flaglab',
      }));
      setup.onLoad({ filter: /.*/, namespace: 'flaglab' }, () => ({
        contents: `exports.loadTestFiles = () => {\n${loads}\n};`,
        loader: 'js',
        resolveDir: path.dirname(ENTRY),
      }));
    },
  };
}

import { build } from 'esbuild';
import { inRepository } from '../tasks/repository.mjs';

/**
 * What TypeScript source exports, bundled for any host, for scripts that measure it or check it against others.
 * @param {string} contents a module whose imports start from the repository's root
 * @returns {Promise<Record<string, any>>}
 */
export async function importBundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: inRepository(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Every export of core/stats in one object, for scripts that measure it.
 * @returns {Promise<Record<string, any>>}
 */
export async function bundleKernel() {
  const folder = path.join(root, 'src/core/stats');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file.slice(0, -3)}';`).join('\n'),
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

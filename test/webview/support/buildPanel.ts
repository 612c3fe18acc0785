import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../house/projectFiles';

export interface PanelFiles {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
}

async function bundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: { out: entry },
    outdir: 'out',
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [path.extname(file.path), file.text]));
}

let built: Promise<PanelFiles> | null = null;

/** The panel and its worker, bundled as they ship. Once for a test run. */
export async function buildPanel(): Promise<PanelFiles> {
  built ??= (async () => {
    const panel = await bundle('webview/simulator/main.ts');
    const worker = await bundle('src/worker/main.web.ts');
    return {
      script: panel.get('.js') ?? '',
      style: panel.get('.css') ?? '',
      worker: worker.get('.js') ?? '',
    };
  })();
  return await built;
}

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

const built = new Map<string, Promise<PanelFiles>>();

async function bundleBoth(panelEntry: string, workerEntry: string): Promise<PanelFiles> {
  const panel = await bundle(panelEntry);
  const worker = await bundle(workerEntry);
  return {
    script: panel.get('.js') ?? '',
    style: panel.get('.css') ?? '',
    worker: worker.get('.js') ?? '',
  };
}

/** A panel and its worker, bundled as they ship. Once for a test run. */
export async function buildPanel(of: 'simulation' | 'rollout' = 'simulation'): Promise<PanelFiles> {
  const panel = of === 'rollout' ? 'webview/rollout/main.ts' : 'webview/simulator/main.ts';
  const files = built.get(of) ?? bundleBoth(panel, `src/worker/${of}/main.web.ts`);
  built.set(of, files);
  return await files;
}

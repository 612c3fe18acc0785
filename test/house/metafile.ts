import { readProjectFile } from './projectFiles';

/** The part of esbuild's metafile that the house looks at. */
export interface Metafile {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }
    >
  >;
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly bytes: number;
        readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
      }
    >
  >;
}

/** Names of the bundles, as esbuild.mjs has them. */
export const bundleNames = [
  'extension.node',
  'extension.node.onFirstUse',
  'extension.node.rollout',
  'extension.web',
  'indexing.node',
  'indexing.web',
  'simulation.node',
  'cli',
  'worker',
  'panel',
  'rollout.panel',
  'rollout.worker',
] as const;
export type BundleName = (typeof bundleNames)[number];

export async function readMetafile(bundle: BundleName): Promise<Metafile> {
  return JSON.parse(await readProjectFile(`dist/meta/${bundle}.json`)) as Metafile;
}

/** `@scope/name` or `name` of a path within node_modules; null for the project's own files. */
export function packageOf(file: string): string | null {
  const inside = file.split('node_modules/').at(-1);
  if (inside === undefined || inside === file) return null;
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

import type { FoundInWorkspace } from '../core/settings/createSettings';
import type { IndexSnapshot } from './workspaceIndex';

/** What a first `flaglab.yaml` is made from, in stable order. */
export function foundInWorkspace({
  flags,
  proposedWrappers = [],
}: IndexSnapshot): FoundInWorkspace {
  const definitions = flags.flatMap((flag) => flag.definitions);
  const environments = new Map(definitions.map(({ file, environment }) => [file, environment]));
  return {
    sdks: [...new Set(flags.flatMap(({ reads }) => reads.map(({ sdk }) => sdk)))].toSorted(),
    definitionFiles: [...environments]
      .map(([path, environment]) => ({ path, environment }))
      .toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    scopes: [...new Set(flags.map(({ scope }) => scope))].toSorted(),
    flags: flags.length,
    ...(proposedWrappers.length > 0 && { wrappers: proposedWrappers }),
  };
}

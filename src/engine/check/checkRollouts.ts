import type { FileDiagnostic } from '../../core/model/diagnostic';
import { checkRolloutFile } from '../../core/rollout/assess/checkRolloutFile';
import { mayHoldRollouts } from '../../core/rollout/read/mayHoldRollouts';
import type { RolloutSource } from '../../core/rollout/read/readRollout';
import type { Settings } from '../../core/settings/settingsSchema';
import { decodeText } from '../../core/syntax/decodeText';
import type { WorkspaceFiles } from '../workspaceFiles';

/** Larger files hold no manifests that people write. */
const mostBytes = 200_000;

/** YAML of any name; JSON only where its name speaks of what may be in it, as there is a lot of JSON that is none. */
const mayBeManifest = /\.ya?ml$|(canary|kayenta|rollout|flag)[^/]*\.json$/i;

/** The files of a folder that may hold rollouts, or templates they name. */
async function sourcesOf(
  listed: readonly string[],
  files: WorkspaceFiles,
): Promise<readonly RolloutSource[]> {
  const sources: RolloutSource[] = [];
  for (const file of listed.filter((path) => mayBeManifest.test(path))) {
    const bytes = await files.read(file).catch(() => null);
    if (bytes === null || bytes.length > mostBytes) continue;
    const decoded = decodeText(bytes);
    if (decoded.kind === 'text' && mayHoldRollouts(decoded.text)) {
      sources.push({ file, text: decoded.text });
    }
  }
  return sources;
}

/** What is wrong with the rollouts of a folder: what cannot work, or is not what it looks. */
export async function checkRollouts(
  listed: readonly string[],
  files: WorkspaceFiles,
  settings: Settings,
): Promise<readonly FileDiagnostic[]> {
  const sources = await sourcesOf(listed, files);
  return sources.flatMap((source) =>
    checkRolloutFile(source, sources, settings.metrics).map((one) => ({
      ...one,
      file: source.file,
    })),
  );
}

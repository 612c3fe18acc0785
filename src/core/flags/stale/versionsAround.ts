import type { ProjectVersion } from '../../model/flagHistory';

function isAround(folder: string, file: string): boolean {
  return folder === '.' || file.startsWith(`${folder}/`);
}

/** The versions that hold for a file: those said of the nearest folder around it for which any is said. */
export function versionsAround(
  file: string,
  versions: readonly ProjectVersion[],
): readonly ProjectVersion[] {
  const around = versions.filter(({ folder }) => isAround(folder, file));
  const depth = (folder: string) => (folder === '.' ? 0 : folder.split('/').length);
  const nearest = Math.max(...around.map(({ folder }) => depth(folder)));
  return around.filter(({ folder }) => depth(folder) === nearest);
}

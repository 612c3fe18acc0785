import type { IndexSnapshot } from '../workspaceIndex';
import { isOfInterest } from '../indexUpdates';

const mostNamed = 2;

/**
 * Files that may say something about any flag and could not be read to their end, as a sentence. Links that lead in a circle hide
 * nothing.
 */
export function checkGaps({ files, diagnostics }: IndexSnapshot): readonly string[] {
  const skipped = files.skipped
    .filter(
      ({ file, reason }) =>
        !/link|cycle|circle/i.test(reason) && (isOfInterest(file) || !/\.\w+$/.test(file)),
    )
    .map(({ file }) => file);
  const broken = diagnostics
    .filter(
      ({ severity, code }) =>
        code === 'source-skipped' || (severity === 'error' && !code.startsWith('settings-')),
    )
    .map(({ file }) => file);
  const all = [...new Set([...skipped, ...broken])].toSorted();
  if (all.length === 0) return [];
  const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : '';
  return [
    `${all.slice(0, mostNamed).join(', ')}${more} could not be read: something about this flag may be there.`,
  ];
}

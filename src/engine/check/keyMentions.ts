import { mayHoldDefinitions } from '../../core/flags/definitions/definitionFileNames';
import { camelCase } from '../../core/flags/reads/camelCase';
import { keyPattern } from '../../core/flags/stale/keyPattern';
import type { FilePlace } from '../../core/model/flagRead';
import { decodeText } from '../../core/syntax/decodeText';
import { textPositions } from '../../core/syntax/textPositions';
import type { WorkspaceFiles } from '../workspaceFiles';

/** Documents speak of flags without reading them, and so do Flaglab's own files and lists of packages. */
const isDocument =
  /\.(md|mdx|markdown|txt|rst|adoc|csv|svg|map|lock|snap)$|\.experiment\.ya?ml$|(^|\/)(flaglab\.yaml|package(-lock)?\.json|CODEOWNERS|LICENSE)$/i;

const mostBytes = 1_000_000;

/**
 * Where files mention keys that nothing is known to read: as they are written, or in camel case. Definition files, documents, and files
 * that declare the key themselves do not count. At most one place a file and key.
 */
export async function keyMentions(
  files: WorkspaceFiles,
  listed: readonly string[],
  declaredIn: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, readonly FilePlace[]>> {
  const found = new Map<string, FilePlace[]>();
  if (declaredIn.size === 0) return found;
  const names = new Map(
    [...declaredIn.keys()].flatMap((key) => [[camelCase(key), key] as const, [key, key] as const]),
  );
  const pattern = keyPattern([...names.keys()]);
  for (const file of listed) {
    if (isDocument.test(file)) continue;
    const bytes = await files.read(file).catch(() => null);
    if (bytes === null || bytes.length > mostBytes) continue;
    const decoded = decodeText(bytes);
    if (decoded.kind !== 'text') continue;
    const isData = mayHoldDefinitions(file);
    const seen = new Set<string>();
    for (const match of decoded.text.matchAll(pattern)) {
      const key = names.get(match[1] ?? '');
      if (key === undefined || seen.has(key)) continue;
      if (declaredIn.get(key)?.has(file) || isData) continue;
      seen.add(key);
      const span = textPositions(decoded.text).spanOf(
        match.index,
        match.index + (match[1] ?? '').length,
      );
      const places = found.get(key) ?? [];
      places.push({ file, span });
      found.set(key, places);
    }
  }
  return found;
}

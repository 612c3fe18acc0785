import { camelCase } from '../../core/flags/reads/camelCase';
import { keyPattern } from '../../core/flags/stale/keyPattern';
import type { FilePlace } from '../../core/model/flagRead';
import type { Span } from '../../core/model/position';
import { decodeText } from '../../core/syntax/decodeText';
import { textPositions } from '../../core/syntax/textPositions';
import type { WorkspaceFiles } from '../workspaceFiles';

/** Documents speak of flags without reading them, and so do Flaglab's own files and lists of packages. */
const isDocument =
  /\.(md|mdx|markdown|txt|rst|adoc|csv|svg|map|lock|snap)$|\.experiment\.ya?ml$|(^|\/)(flaglab\.yaml|package(-lock)?\.json|CODEOWNERS|LICENSE)$/i;

const mostBytes = 1_000_000;

/** Which keys are looked for, and where. */
export interface MentionsRequest {
  readonly files: WorkspaceFiles;
  readonly listed: readonly string[];
  /** Keys that nothing is known to read, and the files that declare them. */
  readonly declaredIn: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files that define flags: what they say of a key is no use of it. */
  readonly definitionFiles: ReadonlySet<string>;
}

/** Where each key is mentioned: at most one place a file. */
export type Mentions = ReadonlyMap<string, readonly FilePlace[]>;

/** Looks for mentions. What was found in a file is kept until other keys are asked for or the file is forgotten. */
export interface KeyMentions {
  find(request: MentionsRequest): Promise<Mentions>;
  forget(file: string): void;
}

/** The first place of each key in a text. */
function mentionsIn(
  text: string,
  pattern: RegExp,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  let positions: ReturnType<typeof textPositions> | null = null;
  for (const match of text.matchAll(pattern)) {
    const [, name = ''] = match;
    const key = names.get(name);
    if (key === undefined || found.has(key)) continue;
    positions ??= textPositions(text);
    found.set(key, positions.spanOf(match.index, match.index + name.length));
  }
  return found;
}

/** Whether a key that is asked for no longer was found where one that still is would be: they share letters. */
function hidesSome(kept: ReadonlySet<string>, asked: MentionsRequest['declaredIn']): boolean {
  const written = (key: string) => [key, camelCase(key)];
  const names = [...asked.keys()].flatMap(written);
  const dropped = [...kept].filter((key) => !asked.has(key)).flatMap(written);
  return dropped.some((other) => names.some((name) => other.includes(name)));
}

async function textOf(file: string, files: WorkspaceFiles): Promise<string | null> {
  const bytes = await files.read(file).catch(() => null);
  if (bytes === null || bytes.length > mostBytes) return null;
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : null;
}

/**
 * Finds where files mention keys that nothing is known to read: as they are written, or in camel case. Definition files, documents, and
 * files that declare the key themselves do not count.
 */
export function createKeyMentions(): KeyMentions {
  let keptFor: ReadonlySet<string> = new Set();
  const kept = new Map<string, ReadonlyMap<string, Span>>();
  return {
    forget: (file) => void kept.delete(file),
    async find({ files, listed, declaredIn, definitionFiles }) {
      const keys = [...declaredIn.keys()].toSorted();
      const found = new Map<string, FilePlace[]>();
      if (keys.length === 0) return found;
      if (!keys.every((key) => keptFor.has(key)) || hidesSome(keptFor, declaredIn)) {
        kept.clear();
        keptFor = new Set(keys);
      }
      const names = new Map([...keptFor].map((key) => [camelCase(key), key] as const));
      for (const key of keptFor) names.set(key, key);
      const pattern = keyPattern([...names.keys()]);
      for (const file of listed) {
        if (isDocument.test(file) || definitionFiles.has(file)) continue;
        const text = kept.has(file) ? '' : await textOf(file, files);
        const mentioned = kept.get(file) ?? mentionsIn(text ?? '', pattern, names);
        kept.set(file, mentioned);
        for (const [key, span] of mentioned) {
          const declaring = declaredIn.get(key);
          if (declaring === undefined || declaring.has(file)) continue;
          found.set(key, [...(found.get(key) ?? []), { file, span }]);
        }
      }
      return found;
    },
  };
}

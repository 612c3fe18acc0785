import type { FlagRead, UnresolvedRead } from '../../src/core/model/flagRead';
import { createFactsReader } from '../../src/engine/createFactsReader';
import { createWorkspaceIndex, type IndexSettings } from '../../src/engine/createWorkspaceIndex';
import type { WorkspaceFiles } from '../../src/engine/workspaceFiles';
import type { IndexSnapshot } from '../../src/engine/workspaceIndex';
import { memoryFiles } from './memoryFiles';
import { createTestParser } from './testParser';

const parser = createTestParser();

/** Indexes a workspace folder. */
export async function snapshotOf(
  files: WorkspaceFiles,
  settings: IndexSettings = {},
): Promise<IndexSnapshot> {
  const index = createWorkspaceIndex({ files, factsReader: createFactsReader(parser), settings });
  await index.build(() => undefined, { aborted: false });
  return index.snapshot();
}

function defaultInWords(read: FlagRead): string {
  if (read.default === null) return '';
  const { default: given } = read;
  return given.kind === 'literal' ? ` = ${JSON.stringify(given.value)}` : ` = (${given.text})`;
}

/** `file:line call key = default via A@file, B@file`; lines count from 1 as in an editor. */
export function readLine(read: FlagRead): string {
  const via = read.via.map(({ kind, name, file }) => {
    const place = file === read.file ? '' : `@${file}`;
    return `${kind === 'constant' ? '' : `${kind} `}${name}${place}`;
  });
  const steps = via.length > 0 ? ` via ${via.join(', ')}` : '';
  const place = `${read.file}:${read.span.start.line + 1}`;
  return `${place} ${read.call} ${read.key}${defaultInWords(read)}${steps}`;
}

/** `? file:line call reason` */
export function unresolvedLine({ file, span, call, reason }: UnresolvedRead): string {
  return `? ${file}:${span.start.line + 1} ${call} ${reason}`;
}

function byPlace(a: { file: string; span: FlagRead['span'] }, b: typeof a): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const { start } = a.span;
  const other = b.span.start;
  return start.line - other.line || start.column - other.column;
}

/** All that a snapshot says about reads, one line each, by file and place. */
export function readLines({ flags, unresolved }: IndexSnapshot): readonly string[] {
  const reads = flags
    .flatMap((flag) => flag.reads)
    .map((read) => ({ ...read, line: readLine(read) }));
  const others = unresolved.map((read) => ({ ...read, line: unresolvedLine(read) }));
  return [...reads, ...others].sort(byPlace).map(({ line }) => line);
}

/** Reads in files given as text. */
export async function readsOf(
  contents: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return readLines(await snapshotOf(memoryFiles(contents)));
}

import { createFlagIndex } from '../../../src/core/flags/index/createFlagIndex';
import type { FileFacts } from '../../../src/core/model/fileFacts';
import type { Position } from '../../../src/core/model/position';
import type { SyntaxParser } from '../../../src/core/syntax/syntaxTree';
import { fileFactsOf } from '../../../src/engine/fileFactsOf';

interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** What came of one file: processor time of reading and of linking, and what was wrong. */
export interface FileOutcome {
  readonly readMs: number;
  readonly linkMs: number;
  readonly reads: number;
  readonly definitions: number;
  readonly problem: string | null;
}

/** The widths of a text's lines, counted apart from the code that is tested. */
function widthsOf(text: string): readonly number[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.length);
}

function isInside({ line, column }: Position, widths: readonly number[]): boolean {
  const width = widths[line];
  return width !== undefined && Number.isInteger(column) && column >= 0 && column <= width;
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}

/**
 * The first span in a value that is not inside its file, in words; null where there is none. A span belongs to the file that
 * the nearest value around it names.
 */
function spanOutside(
  value: unknown,
  file: string,
  widths: ReadonlyMap<string, readonly number[]>,
): string | null {
  const waiting: { readonly value: unknown; readonly file: string }[] = [{ value, file }];
  const seen = new Set<unknown>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const here = next.value;
    if (typeof here !== 'object' || here === null || seen.has(here)) continue;
    seen.add(here);
    const named = 'file' in here && typeof here.file === 'string' ? here.file : next.file;
    if ('start' in here && 'end' in here && isPosition(here.start) && isPosition(here.end)) {
      const { start, end } = here;
      const of = widths.get(named);
      const isOrdered =
        start.line < end.line || (start.line === end.line && start.column <= end.column);
      if (!of || !isInside(start, of) || !isInside(end, of) || !isOrdered)
        return `a span outside ${named}: ${JSON.stringify(here)}`;
    }
    for (const inner of Object.values(here)) waiting.push({ value: inner, file: named });
  }
  return null;
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Asks the index all that an editor and a scan ask. */
function asked(file: string, all: readonly FileFacts[]) {
  const index = createFlagIndex();
  for (const facts of all) index.update(facts);
  return {
    snapshot: index.snapshot(),
    readsIn: index.readsIn(file),
    unresolvedIn: index.unresolvedIn(file),
    proposed: index.proposedWrappers(),
    names: [index.readerNames(), index.clients(), index.wantedNames(), index.wanted()],
  };
}

/** Reads a file, links it with others, and looks at every place that is told. `others` are files as they should be. */
export async function checkFile(
  { file, text }: TextFile,
  others: readonly (TextFile & { readonly facts: FileFacts })[],
  parser: SyntaxParser,
): Promise<FileOutcome> {
  let readMs = 0;
  let linkMs = 0;
  const started = process.cpuUsage();
  try {
    const facts = await fileFactsOf(file, text, parser);
    readMs = cpuMs(started);
    if (!facts) return { readMs, linkMs, reads: 0, definitions: 0, problem: null };
    const linking = process.cpuUsage();
    const { snapshot, readsIn, unresolvedIn, proposed } = asked(file, [
      facts,
      ...others.map((other) => other.facts),
    ]);
    linkMs = cpuMs(linking);
    const widths = new Map(
      [...others, { file, text }].map((each) => [each.file, widthsOf(each.text)]),
    );
    const problem =
      spanOutside(facts, file, widths) ??
      spanOutside([snapshot, readsIn, unresolvedIn, proposed], file, widths);
    const { length } = readsIn;
    return { readMs, linkMs, reads: length, definitions: facts.definitions.length, problem };
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { readMs, linkMs: cpuMs(started) - readMs, reads: 0, definitions: 0, problem };
  }
}

import type { Span } from '../../model/position';

/** A declared name's place within its file, as text: `line:column`, zero-based. */
export function spanId({ start }: Span): string {
  return `${start.line}:${start.column}`;
}

/** A declared name of the whole workspace: its file and place. */
export function declarationId(file: string, span: Span): string {
  return `${file}#${spanId(span)}`;
}

/** The file and the place that a `declarationId` names: the place is where the name begins. */
export function declarationAt(id: string): { readonly file: string; readonly span: Span } {
  const cut = id.lastIndexOf('#');
  const [line = 0, column = 0] = id
    .slice(cut + 1)
    .split(':')
    .map(Number);
  const start = { line, column };
  return { file: id.slice(0, cut), span: { start, end: start } };
}

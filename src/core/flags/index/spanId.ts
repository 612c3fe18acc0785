import type { Span } from '../../model/position';

/** A declared name's place within its file, as text: `line:column`, zero-based. */
export function spanId({ start }: Span): string {
  return `${start.line}:${start.column}`;
}

/** A declared name of the whole workspace: its file and place. */
export function declarationId(file: string, span: Span): string {
  return `${file}#${spanId(span)}`;
}

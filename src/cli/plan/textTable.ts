/** A column of a table in plain text. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Rows under their titles, two blanks between columns and before the first; no blanks at a line's end. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => {
        const cell = cells[i] ?? '';
        const width = widths[i] ?? 0;
        return `  ${align === 'left' ? cell.padEnd(width) : cell.padStart(width)}`;
      })
      .join('')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

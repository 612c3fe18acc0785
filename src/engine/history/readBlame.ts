export interface BlamedLine {
  readonly author: string;
  /** Seconds since 1970. */
  readonly authorTime: number;
  readonly summary: string;
  /** The commit is the first of the history at hand. */
  readonly isBoundary: boolean;
}

const headerLine = /^\^?[0-9a-f]{40,64} \d+ \d+/;

/** Reads `git blame --line-porcelain`: one entry a line of the file, in order. */
export function readBlame(porcelain: string): readonly BlamedLine[] {
  const lines: BlamedLine[] = [];
  let fields = new Map<string, string>();
  for (const line of porcelain.split('\n')) {
    if (line.startsWith('\t')) {
      lines.push({
        author: fields.get('author') ?? '',
        authorTime: Number(fields.get('author-time') ?? 0),
        summary: fields.get('summary') ?? '',
        isBoundary: fields.has('boundary'),
      });
    } else if (headerLine.test(line)) {
      fields = new Map();
    } else {
      const space = line.indexOf(' ');
      if (space < 0) fields.set(line, '');
      else fields.set(line.slice(0, space), line.slice(space + 1));
    }
  }
  return lines;
}
